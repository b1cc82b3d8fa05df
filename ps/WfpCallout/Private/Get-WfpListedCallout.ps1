function Get-WfpListedCallout {
    # Writes the callouts of a source that are wanted, and an error for each name that is not there.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)]
        [System.Management.Automation.PSCmdlet] $Cmdlet,

        # Names and GUIDs; none for all callouts.
        [Parameter(Mandatory)]
        [AllowEmptyCollection()]
        [AllowEmptyString()]
        [System.Collections.Generic.List[object]] $Wanted,

        # The options that narrow the list.
        [AllowNull()]
        [AllowEmptyCollection()]
        [string[]] $Option,

        # The options that name the source; none for the catalogue.
        [AllowEmptyCollection()]
        [string[]] $Source = @()
    )

    $status = @{}
    $missed = [System.Collections.Generic.List[object]]::new()
    $ask = @{
        Cmdlet       = $Cmdlet
        ArgumentList = @('list') + $Source + $Option
        Status       = $status
    }
    Invoke-WfpTool @ask | Find-WfpName -Wanted $Wanted -Missed $missed

    # What could not be read whole may hold the name: unknown is not absent.
    if ($missed.Count -gt 0 -and $status.ExitCode -le 1) {
        Write-WfpNameMiss -Cmdlet $Cmdlet -Missed $missed -Source $Source
    }
}

function ConvertTo-WfpListOption {
    # The options of 'list' for the parameters that narrow what a command gets.
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)]
        [System.Collections.Generic.Dictionary[string, object]] $BoundParameters
    )

    foreach ($name in 'Layer', 'Provider', 'Since') {
        foreach ($value in $BoundParameters[$name]) {
            '--{0}={1}' -f $name.ToLowerInvariant(), $value
        }
    }

    if ($BoundParameters.ContainsKey('AddressFamily')) {
        "--family=$($BoundParameters['AddressFamily'])"
    }

    if ($BoundParameters.ContainsKey('ThirdParty') -and $BoundParameters['ThirdParty']) {
        '--third-party'
    }

    if ($BoundParameters.ContainsKey('Registered')) {
        if ($BoundParameters['Registered']) {
            '--registered'
        } else {
            '--unregistered'
        }
    }
}
