function ConvertFrom-WfpJson {
    # Parses one JSON text of the executable; what is no JSON is a defect of the executable.
    param([System.Management.Automation.PSCmdlet] $Cmdlet, [string] $Text)

    # PowerShell 7 would turn strings that look like dates into DateTime objects, and 5.1 those like
    # "/Date(0)/": U+0001 before them keeps them strings, and ConvertTo-WfpObject takes it away again.
    # A quotation mark inside a string has a backslash before it, so only whole strings are met.
    if ($Text -cmatch '"(?:\d{4}-\d\d-\d\dT|\\?/Date\()') {
        $Text = [regex]::Replace($Text, '(?<!\\)"(?=\d{4}-\d\d-\d\dT|\\?/Date\()', '"\u0001')
    }

    try {
        ConvertFrom-Json -InputObject $Text -ErrorAction Stop
    } catch {
        $start = if ($Text.Length -gt 60) { $Text.Substring(0, 60) + '...' } else { $Text }
        $defect = @{
            Id             = 'ToolDefect'
            Message        = "The executable of the module WfpCallout did not answer in JSON: $start"
            Hint           = 'Install the module again; if that does not help, this is a defect of wfpcallout, please report it.'
            Target         = $Text
            InnerException = $_.Exception
        }
        $Cmdlet.ThrowTerminatingError((New-WfpErrorRecord @defect))
    }
}
