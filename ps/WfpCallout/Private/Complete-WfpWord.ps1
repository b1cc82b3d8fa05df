# What completion offers, by list, once it was fetched: tables {Text, Short, ToolTip}, Short without prefix.
$script:WfpCompletion = @{
    Kind = @(
        @{ Text = 'callout'; Short = ''; ToolTip = 'Code that filters hand packets and connections to' }
        @{ Text = 'layer'; Short = ''; ToolTip = 'A place in the network stack where filters are asked' }
        @{ Text = 'sublayer'; Short = ''; ToolTip = 'A group of filters at a layer, asked by weight' }
        @{ Text = 'condition'; Short = ''; ToolTip = 'A field that a filter compares, such as a port' }
        @{ Text = 'provider'; Short = ''; ToolTip = 'Whose a filter or callout is' }
        @{ Text = 'keying_module'; Short = ''; ToolTip = 'A module of IPsec that negotiates keys' }
        @{ Text = 'provider_context'; Short = ''; ToolTip = 'Data of a provider that filters refer to' }
    )
}

function Complete-WfpWord {
    # The completions of a word: first what begins with it, then what has it somewhere, quoted where needed.
    [CmdletBinding()]
    [OutputType([System.Management.Automation.CompletionResult])]
    param(
        [AllowNull()]
        [AllowEmptyString()]
        [string] $Word,

        [Parameter(Mandatory)]
        [string] $List
    )

    $text = "$Word".Trim('''', '"')
    $ignoreCase = [System.StringComparison]::OrdinalIgnoreCase
    $others = [System.Collections.Generic.List[System.Management.Automation.CompletionResult]]::new()
    foreach ($entry in Get-WfpCompletion -List $List) {
        if ($entry.Text.IndexOf($text, $ignoreCase) -lt 0) {
            continue
        }

        $value = $entry.Text
        if ($value -notmatch '^[A-Za-z0-9_][A-Za-z0-9_.-]*$') {
            $value = "'" + [System.Management.Automation.Language.CodeGeneration]::EscapeSingleQuotedStringContent($value) + "'"
        }

        $result = [System.Management.Automation.CompletionResult]::new($value, $entry.Text, 'ParameterValue', $entry.ToolTip)
        if ($entry.Text.StartsWith($text, $ignoreCase) -or $entry.Short.StartsWith($text, $ignoreCase)) {
            $result
        } else {
            $others.Add($result)
        }
    }

    $others.ToArray()
}

function Get-WfpCompletion {
    # What a list offers, fetched from the executable once a session. Completion is silent about what
    # goes wrong; the command itself will say it.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)]
        [string] $List
    )

    if (-not $script:WfpCompletion.ContainsKey($List)) {
        $options = switch ($List) {
            'Layer' { '--kind=layer' }
            'Provider' { '--kind=provider' }
            'Callout' { '--kind=callout' }
            default { '--builtin' }
        }
        try {
            $records = @(Invoke-WfpTool -Cmdlet $PSCmdlet -ArgumentList 'list', $options)
        } catch {
            return
        }

        $script:WfpCompletion[$List] = if ($List -eq 'Since') {
            @(ConvertTo-WfpSinceCompletion -Record $records)
        } else {
            @(ConvertTo-WfpNameCompletion -Record $records)
        }
    }

    $script:WfpCompletion[$List]
}

function ConvertTo-WfpNameCompletion {
    # What is offered for records: their symbols and aliases, or display names where there is no symbol, sorted.
    [CmdletBinding()]
    [OutputType([hashtable])]
    param(
        [AllowEmptyCollection()]
        [object[]] $Record
    )

    $known = [System.Collections.Generic.SortedDictionary[string, string]]::new([System.StringComparer]::OrdinalIgnoreCase)
    foreach ($item in $Record) {
        foreach ($name in @($item.Name) + $item.Aliases) {
            if ($name) {
                $known[$name] = if ($item.Description) { $item.Description } else { $item.Guid }
            }
        }
    }

    foreach ($name in $known.Keys) {
        @{
            Text    = $name
            Short   = $name -replace '^FWPM_(CALLOUT|LAYER|PROVIDER)_'
            ToolTip = $known[$name]
        }
    }
}

function ConvertTo-WfpSinceCompletion {
    # What is offered for the first Windows of records: the version guards of the header.
    [CmdletBinding()]
    [OutputType([hashtable])]
    param(
        [AllowEmptyCollection()]
        [object[]] $Record
    )

    $known = [ordered]@{}
    foreach ($item in $Record) {
        if ($null -ne $item.Since) {
            $known[$item.Since.Ntddi] = $item.Since.Windows
        }
    }

    foreach ($name in $known.Keys) {
        @{ Text = $name; Short = $name -replace '^NTDDI_'; ToolTip = $known[$name] }
    }
}
