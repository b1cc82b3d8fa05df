function Write-WfpNameMiss {
    # Writes the errors for names and GUIDs that no callout of the source has. Only for these the
    # executable runs a second time: it knows the nearest names, and which names are known but were
    # narrowed away by an option, which is no error.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)]
        [System.Management.Automation.PSCmdlet] $Cmdlet,

        # [string] and [guid] objects.
        [Parameter(Mandatory)]
        [AllowEmptyCollection()]
        [AllowEmptyString()]
        [System.Collections.Generic.List[object]] $Missed,

        # The options that name the source; none for the catalogue.
        [AllowEmptyCollection()]
        [string[]] $Source = @()
    )

    if ($Missed.Count -eq 0) {
        return
    }

    $texts = [System.Collections.Generic.List[string]]::new()
    foreach ($item in $Missed) {
        $texts.Add([string] $item)
    }

    $index = 0
    Invoke-WfpTool -Cmdlet $Cmdlet -ArgumentList (@('resolve', '--kind=callout') + $Source) -Text $texts | ForEach-Object {
        $wanted = $Missed[$index]
        $index++
        $test = Get-WfpNameTest -Wanted $wanted
        $meant = Split-WfpMatch -Record $_ -BuiltIn ($Source.Length -eq 0)
        foreach ($callout in $meant.Here) {
            if (Test-WfpName -Callout $callout -Test $test) {
                # Only an option kept it away.
                return
            }
        }

        $hint = Get-WfpNameHint -Wanted $wanted -Meant $meant -Suggestion $_.Suggestions -BuiltIn ($Source.Length -eq 0)
        if (-not $hint -and $Source.Length -gt 0) {
            $hint = Get-WfpFileHint -Cmdlet $Cmdlet -Text $wanted
        }

        Write-WfpMiss -Cmdlet $Cmdlet -Record $_ -Target $wanted -Hint $hint
    }
}

function Split-WfpMatch {
    # The callouts that a text may mean, as a table: Here are those of the source, Elsewhere the others.
    [CmdletBinding()]
    [OutputType([hashtable])]
    param(
        [Parameter(Mandatory)]
        [object] $Record,

        [bool] $BuiltIn
    )

    $meant = @{ Here = @(); Elsewhere = @() }
    foreach ($match in $Record.Matches) {
        $callout = ConvertTo-WfpObject $match
        $isHere = if ($BuiltIn) { $callout.Builtin } else { $callout.Source -ne 'builtin' }
        if ($isHere) {
            $meant.Here += $callout
        } else {
            $meant.Elsewhere += $callout
        }
    }

    $meant
}

function Get-WfpNameHint {
    # What to do about a name or GUID that the source does not have.
    [CmdletBinding()]
    [OutputType([string])]
    param(
        # A [string] or [guid].
        [Parameter(Mandatory)]
        [AllowEmptyString()]
        [object] $Wanted,

        # What it may mean, as Split-WfpMatch gives it.
        [Parameter(Mandatory)]
        [hashtable] $Meant,

        # What is near it.
        [Parameter(Mandatory)]
        [AllowEmptyCollection()]
        [object[]] $Suggestion,

        [bool] $BuiltIn
    )

    $parsed = [guid]::Empty
    $readings = @(foreach ($callout in $Meant.Here + $Meant.Elsewhere) { $callout.Reading })
    $isGuidText = $Wanted -is [string] -and
        ([guid]::TryParse($Wanted, [ref] $parsed) -or @($readings -match '^(guid|c|digits|bytes, .*)$').Length -gt 0)
    $hints = @(if ($isGuidText) { 'use -Guid in place of -Name for a GUID' })
    if ($Meant.Here.Length -gt 0 -and $isGuidText) {
        $hints += "this one is $(Join-WfpName -Callout $Meant.Here)"
    } elseif ($Meant.Here.Length -gt 0) {
        $hints += "did you mean $(Join-WfpName -Callout $Meant.Here)?"
    } elseif ($Meant.Elsewhere.Length -gt 0 -and $BuiltIn) {
        $hints += "$(Join-WfpName -Callout $Meant.Elsewhere) is known, but not built in: Resolve-WfpGuid gets it"
    } elseif ($Meant.Elsewhere.Length -gt 0) {
        $hints += "$(Join-WfpName -Callout $Meant.Elsewhere) is in the catalogue, but not in the source"
    } elseif ($Suggestion.Length -gt 0) {
        $hints += "did you mean $(Join-WfpName -Callout $Suggestion)?"
    }

    $hints -join '; '
}

function Get-WfpFileHint {
    # What to do about a file that was given in place of a name.
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)]
        [System.Management.Automation.PSCmdlet] $Cmdlet,

        [AllowEmptyString()]
        [string] $Text
    )

    # Only what looks like a file is asked for: a path that cannot be one would leave an error of its own.
    if ($Text -match '^[^*?"<>|\x00-\x1F]+\.(xml|jsonl?)$') {
        $file = Resolve-WfpNewPath -Cmdlet $Cmdlet -Path $Text
        if ($null -ne $file -and [System.IO.File]::Exists($file)) {
            'it is a file: name it with -Path to read it'
        }
    }
}
