filter ConvertFrom-WfpLine([System.Management.Automation.PSCmdlet] $Cmdlet, [hashtable] $Key) {
    # Parses the lines of an answer, one record a line.
    ConvertFrom-WfpJson $Cmdlet $_ $Key
}

function Invoke-WfpTool {
    # Asks the executable one question and writes the records of its answer, parsed, as they arrive.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)]
        [System.Management.Automation.PSCmdlet] $Cmdlet,

        [Parameter(Mandatory)]
        [string[]] $ArgumentList,

        # Texts for standard input, each sent as one JSON string on a line of its own.
        [AllowNull()]
        [AllowEmptyCollection()]
        [System.Collections.Generic.List[string]] $Text,

        # Names of properties whose JSON names are not theirs in PascalCase.
        [hashtable] $Key = @{},

        # The target of errors that name no file.
        [AllowNull()]
        [object] $Target
    )

    $read = @{
        Cmdlet       = $Cmdlet
        Path         = Get-WfpTool -Cmdlet $Cmdlet
        ArgumentList = @($ArgumentList) + '--jsonl'
        Target       = $Target
    }
    if ($null -ne $Text) {
        $read.ArgumentList += '--input', 'json'
        $read.ReadInput = New-WfpTextReader -Text $Text
    }

    Read-WfpTool @read | ConvertFrom-WfpLine -Cmdlet $Cmdlet -Key $Key
}

function New-WfpTextReader {
    # The source of standard input for a list of texts: all of them at once, then the end.
    [OutputType([scriptblock])]
    [System.Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '',
        Justification = 'It makes an object and changes nothing.')]
    param([System.Collections.Generic.List[string]] $Text)

    $lines = [System.Text.StringBuilder]::new()
    foreach ($item in $Text) {
        [void] $lines.Append((ConvertTo-WfpJsonText $item)).Append("`n")
    }

    $state = @{ Bytes = [System.Text.Encoding]::ASCII.GetBytes($lines.ToString()) }
    {
        $bytes = $state.Bytes
        $state.Bytes = $null
        , $bytes
    }.GetNewClosure()
}
