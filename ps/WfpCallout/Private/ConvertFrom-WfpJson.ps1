function ConvertFrom-WfpJson {
    # Parses one JSON text of the executable, its names put into PascalCase; what is no JSON is a
    # defect of the executable. Key holds the names met so far and grows.
    param([System.Management.Automation.PSCmdlet] $Cmdlet, [string] $Text, [hashtable] $Key)

    # Names are changed in the text: objects made anew, property by property, take five times as
    # long. A quotation mark inside a string has a backslash before it, so only names are met.
    foreach ($pair in $Key.GetEnumerator()) {
        $Text = $Text.Replace($pair.Key, $pair.Value)
    }

    while ($Text -cmatch '[{,]("([a-z])(\w*":))') {
        $Key[$Matches[1]] = '"' + $Matches[2].ToUpperInvariant() + $Matches[3]
        $Text = $Text.Replace($Matches[1], $Key[$Matches[1]])
    }

    # PowerShell 7 would turn strings that look like dates into DateTime objects, and 5.1 those like
    # "/Date(0)/". A mark before them keeps them strings; only times are meant to be dates.
    $marked = $Text -cmatch '(?<!\\|"Time":)"(?:\d{4}-\d\d-\d\dT|\\?/Date\()'
    if ($marked) {
        $Text = [regex]::Replace($Text, '(?<!\\|"Time":)"(?=\d{4}-\d\d-\d\dT|\\?/Date\()', '"\u0001')
    }

    try {
        $record = ConvertFrom-Json -InputObject $Text -ErrorAction Stop
    } catch {
        $start = if ($Text.Length -gt 60) { $Text.Substring(0, 60) + '...' } else { $Text }
        $defect = @{
            Id             = 'ToolDefect'
            Message        = "The executable of the module WfpCallout did not answer in JSON: $start"
            Hint           = 'install the module again; if that does not help, this is a defect of wfpcallout: please report it'
            Target         = $Text
            InnerException = $_.Exception
        }
        $Cmdlet.ThrowTerminatingError((ConvertTo-WfpErrorRecord @defect))
    }

    if ($marked) {
        Clear-WfpMark $record
    }

    $record
}

function Clear-WfpMark {
    # Takes the mark away from every string of a parsed record.
    param($Record)

    foreach ($property in $Record.PSObject.Properties) {
        $value = $property.Value
        if ($value -is [string]) {
            $property.Value = $value.TrimStart([char] 1)
        } elseif ($value -is [array]) {
            for ($index = 0; $index -lt $value.Length; $index++) {
                if ($value[$index] -is [string]) {
                    $value[$index] = $value[$index].TrimStart([char] 1)
                } else {
                    Clear-WfpMark $value[$index]
                }
            }
        } elseif ($value -is [System.Management.Automation.PSCustomObject]) {
            Clear-WfpMark $value
        }
    }
}
