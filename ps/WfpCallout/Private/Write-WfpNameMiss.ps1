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
        if (-not (Test-WfpNarrowed -Record $_ -Wanted $wanted -BuiltIn ($Source.Length -eq 0))) {
            Write-WfpMiss -Cmdlet $Cmdlet -Record $_ -Target $wanted
        }
    }
}

function Test-WfpNarrowed {
    # Whether a match is a callout of the source that is wanted, so that only an option kept it away.
    [CmdletBinding()]
    [OutputType([bool])]
    param(
        [Parameter(Mandatory)]
        [object] $Record,

        [Parameter(Mandatory)]
        [AllowEmptyString()]
        [object] $Wanted,

        [bool] $BuiltIn
    )

    $test = Get-WfpNameTest -Wanted $Wanted
    foreach ($match in $Record.Matches) {
        $callout = ConvertTo-WfpObject $match
        $isHere = if ($BuiltIn) { $callout.Builtin } else { $callout.Source -ne 'builtin' }
        if ($isHere -and (Test-WfpName -Callout $callout -Test $test)) {
            return $true
        }
    }

    $false
}
