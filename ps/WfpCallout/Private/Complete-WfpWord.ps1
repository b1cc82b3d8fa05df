# What completion offers, by list, once it was fetched: tables {Text, Short, ToolTip}, Short without prefix.
# A list is Kind, Builtin, Since, or the name of a kind.
$script:WfpCompletion = @{
    Kind = @(
        @{ Text = 'callout'; Short = ''; ToolTip = 'Code that filters hand packets and connections to' }
        @{ Text = 'layer'; Short = ''; ToolTip = 'A place in the network stack where filters are evaluated' }
        @{ Text = 'sublayer'; Short = ''; ToolTip = 'A group of filters at a layer, evaluated by weight' }
        @{ Text = 'condition'; Short = ''; ToolTip = 'A field that a filter compares, such as a port' }
        @{ Text = 'provider'; Short = ''; ToolTip = 'The owner of filters and callouts' }
        @{ Text = 'keying_module'; Short = ''; ToolTip = 'A module of IPsec that negotiates keys' }
        @{ Text = 'provider_context'; Short = ''; ToolTip = 'The data of a provider that filters refer to' }
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
    # The completions of a name of the kind that the command line has, or of the default kinds without one.
    [CmdletBinding()]
    [OutputType([System.Management.Automation.CompletionResult])]
    param(
        [AllowNull()]
        [AllowEmptyString()]
        [string] $Word,

        [AllowNull()]
        [object] $Kind,

        [Parameter(Mandatory)]
        [string[]] $Default
    )

    $name = "$Kind".Replace('-', '_')
    $isKind = @($script:WfpCompletion.Kind.Text) -contains $name
    Complete-WfpWord -Word $Word -List $(if ($isKind) { $name } else { $Default })
}

function Get-WfpCompletion {
    # What a list offers. All lists are fetched from the executable at once, when the first of them is asked
    # for. Completion is silent about what goes wrong; the command itself will say it.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)]
        [string] $List
    )

    if (-not $script:WfpCompletion.ContainsKey($List)) {
        try {
            $records = Get-WfpCompletionRecord
        } catch {
            return
        }

        foreach ($kind in $script:WfpCompletion.Kind.Text) {
            $script:WfpCompletion[$kind] = @(ConvertTo-WfpNameCompletion -Record $records[$kind])
        }

        $builtin = @($records['callout'] | Where-Object { $_.Builtin })
        $script:WfpCompletion.Builtin = @(ConvertTo-WfpNameCompletion -Record $builtin)
        $script:WfpCompletion.Since = @(ConvertTo-WfpSinceCompletion -Record $builtin)
    }

    $script:WfpCompletion[$List]
}

function Get-WfpCompletionRecord {
    # Everything that the catalogue has a name for, as lists by kind. The version of the executable is not
    # asked for: the first command will do that.
    [CmdletBinding()]
    [OutputType([hashtable])]
    param()

    $records = @{}
    foreach ($kind in $script:WfpCompletion.Kind.Text) {
        $records[$kind] = [System.Collections.Generic.List[object]]::new()
    }

    $tool = Find-WfpTool -Cmdlet $PSCmdlet -ModuleBase $ExecutionContext.SessionState.Module.ModuleBase
    $answer = @(Read-WfpTool -Cmdlet $PSCmdlet -Path $tool -ArgumentList 'resolve', '--jsonl', '--', '*')[0]
    foreach ($record in (ConvertFrom-Json -InputObject $answer).matches) {
        if ($records.ContainsKey($record.Kind)) {
            $records[$record.Kind].Add($record)
        }
    }

    $records
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
