function ConvertTo-WfpJsonLine {
    # Writes texts as JSON strings in ASCII, so that a line of standard input can hold any text.
    [CmdletBinding()]
    [OutputType([System.Collections.Generic.List[string]])]
    param(
        [Parameter(Mandatory)]
        [AllowEmptyCollection()]
        [AllowEmptyString()]
        [System.Collections.Generic.List[string]] $Text
    )

    $lines = [System.Collections.Generic.List[string]]::new($Text.Count)
    foreach ($item in $Text) {
        if ($item -cnotmatch '[^ !#-\[\]-~]') {
            $lines.Add('"' + $item + '"')
        } else {
            $lines.Add((ConvertTo-WfpJsonString -Text $item))
        }
    }

    $PSCmdlet.WriteObject($lines, $false)
}

function ConvertTo-WfpJsonString {
    # Writes one text as a JSON string, character by character.
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)]
        [string] $Text
    )

    $json = [System.Text.StringBuilder]::new('"', $Text.Length + 16)
    foreach ($character in $Text.ToCharArray()) {
        $code = [int] $character
        if ($code -lt 0x20 -or $code -gt 0x7E) {
            [void] $json.Append('\u').Append($code.ToString('x4'))
        } elseif ($character -eq '"' -or $character -eq '\') {
            [void] $json.Append('\').Append($character)
        } else {
            [void] $json.Append($character)
        }
    }

    $json.Append('"').ToString()
}
