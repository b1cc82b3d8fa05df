function Compare-WfpCallout {
    <#
    .SYNOPSIS
        Compares the callouts of two machines or two days.

    .DESCRIPTION
        Gets one object for each callout, and with IncludeFilter each filter, that was added, removed or
        changed between two dumps or snapshots, or between one and the filter engine of this machine.

        Objects are matched by GUID, and what is left by content, since some drivers make new GUIDs at each
        start. Run-time ids, order, time and the display texts of built-ins do not count as
        differences. Where nothing differs, there is no output.

    .PARAMETER ReferencePath
        The file to compare with: a dump of 'netsh wfp show state' or a snapshot.

    .PARAMETER DifferencePath
        The file to compare. Without it, the filter engine of this machine is compared.

    .PARAMETER IncludeFilter
        Compares the filters too.

    .EXAMPLE
        Compare-WfpCallout before.json after.json

        Gets the callouts that changed between two snapshots.

    .EXAMPLE
        Compare-WfpCallout before.json -IncludeFilter

        Gets what changed on this machine since a snapshot was taken, filters included.

    .OUTPUTS
        WfpCallout.Difference. Change (added, removed or changed), Kind, Guid, Name, Before, After and Fields.

    .LINK
        Export-WfpSnapshot

    .LINK
        about_WfpCallout
    #>
    [CmdletBinding()]
    [OutputType('WfpCallout.Difference')]
    param(
        [Parameter(Mandatory, Position = 0)]
        [string] $ReferencePath,

        [Parameter(Position = 1)]
        [ValidateNotNullOrEmpty()]
        [string] $DifferencePath,

        [switch] $IncludeFilter
    )

    begin {
        Assert-WfpLanguageMode
        . Use-WfpPreference
    }

    end {
        $sides = @(Resolve-WfpPath -Cmdlet $PSCmdlet -LiteralPath $ReferencePath)
        if ($PSBoundParameters.ContainsKey('DifferencePath')) {
            $sides += @(Resolve-WfpPath -Cmdlet $PSCmdlet -LiteralPath $DifferencePath)
        } else {
            $sides += 'live'
        }

        if ($sides.Length -ne 2) {
            return
        }

        $arguments = @('diff')
        if ($IncludeFilter) {
            $arguments += '--filters'
        }

        $arguments += '--jsonl', '--'
        Invoke-WfpTool -Cmdlet $PSCmdlet -ArgumentList ($arguments + $sides) |
            ConvertTo-WfpOutput -TypeName 'WfpCallout.Difference'
    }
}
