# What completion offers, by list, once it was fetched: tables {Text, Short, ToolTip}, Short without prefix.
# A list is Kind, Builtin, Since, or the name of a kind.
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
    # The completions of a word, which may have wildcards: first what begins with it, then what has it
    # somewhere, quoted where needed.
    [CmdletBinding()]
    [OutputType([System.Management.Automation.CompletionResult])]
    param(
        [AllowNull()]
        [AllowEmptyString()]
        [string] $Word,

        [Parameter(Mandatory)]
        [string[]] $List
    )

    $text = "$Word".Trim('''', '"')
    $beginning = Get-WfpNameTest -Wanted "$text*"
    $part = Get-WfpNameTest -Wanted "*$text*"
    if ($part -is [string]) {
        # It ends within the brackets of a wildcard.
        return
    }

    $others = [System.Collections.Generic.List[System.Management.Automation.CompletionResult]]::new()
    foreach ($entry in $List | ForEach-Object { Get-WfpCompletion -List $_ }) {
        if (-not $part.IsMatch($entry.Text)) {
            continue
        }

        $value = $entry.Text
        if ($value -notmatch '^[A-Za-z0-9_][A-Za-z0-9_.-]*$') {
            $value = "'" + [System.Management.Automation.Language.CodeGeneration]::EscapeSingleQuotedStringContent($value) + "'"
        }

        $result = [System.Management.Automation.CompletionResult]::new($value, $entry.Text, 'ParameterValue', $entry.ToolTip)
        if ($beginning.IsMatch($entry.Text) -or $beginning.IsMatch($entry.Short)) {
            $result
        } else {
            $others.Add($result)
        }
    }

    $others.ToArray()
}

function Complete-WfpName {
    # The completions of a name of some kind. Without one they are callouts and layers, and only where
    # there are none of these the others, for each list takes a moment to fetch.
    [CmdletBinding()]
    [OutputType([System.Management.Automation.CompletionResult])]
    param(
        [AllowNull()]
        [AllowEmptyString()]
        [string] $Word,

        # What the command line has as the kind.
        [AllowNull()]
        [object] $Kind,

        [Parameter(Mandatory)]
        [string[]] $Default
    )

    $kinds = @($script:WfpCompletion.Kind.Text)
    $name = "$Kind".Replace('-', '_')
    if ($kinds -contains $name) {
        return Complete-WfpWord -Word $Word -List $name
    }

    $isOffered = $false
    foreach ($offer in Complete-WfpWord -Word $Word -List $Default) {
        $isOffered = $true
        $offer
    }

    if (-not $isOffered -and $Default.Length -gt 1) {
        Complete-WfpWord -Word $Word -List ($kinds -ne 'callout' -ne 'layer')
    }
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
        $option = if ($List -in 'Builtin', 'Since') { '--builtin' } else { "--kind=$List" }
        try {
            $records = @(Invoke-WfpTool -Cmdlet $PSCmdlet -ArgumentList 'list', $option)
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
            Short   = $name -replace '^FWPM_(CALLOUT|LAYER|SUBLAYER|CONDITION|PROVIDER_CONTEXT|PROVIDER|KEYING_MODULE)_'
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
