function ConvertTo-WfpJsonText {
    # Writes a text as a JSON string in ASCII, so that a line of standard input can hold any text.
    param([string] $Text)

    if ($Text -cmatch '^[ !#-\[\]-~]*\z') {
        return '"' + $Text + '"'
    }

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
