function Get-WfpCalloutFinding {
    <#
    .SYNOPSIS
        Gets what is wrong with the callouts and filters of a machine.

    .DESCRIPTION
        Looks at the callouts and filters of this machine, or of a dump or a snapshot, and gets one finding
        for each thing that is wrong or worth knowing: filters that block because their callout is gone,
        callouts that no driver has registered, callouts that pass themselves off as built-in, several
        vendors at one layer, and more. Each finding says why it matters, which objects it is about and
        what to do.

    .PARAMETER Severity
        Only findings of this severity or worse: error, warning or info.

    .PARAMETER Ignore
        Ids of findings to leave out, such as orphan.

    .PARAMETER BaselinePath
        A file with findings that are accepted and left out, as 'wfpcallout audit --json' wrote it.

    .PARAMETER Path
        Files to read in place of the filter engine of this machine: what 'netsh wfp show state' or
        'netsh wfp show filters' wrote, the wfpdiag.xml of 'netsh wfp capture', or a snapshot of
        Export-WfpSnapshot. Wildcards are permitted.

    .PARAMETER LiteralPath
        The same as Path, but wildcard characters are taken literally.

    .EXAMPLE
        Get-WfpCalloutFinding -Severity warning

        Gets the errors and warnings of this machine.

    .EXAMPLE
        Get-WfpCalloutFinding -Path wfpstate.xml | Sort-Object Id | Select-Object Id, Title, Remedy

        Gets what is wrong on the machine that a dump is from, and what to do.

    .OUTPUTS
        WfpCallout.Finding. Id, Severity, Title, Reason, Evidence, Remedy and Reference.

    .LINK
        Get-WfpCallout

    .LINK
        Get-WfpCalloutFilter

    .LINK
        about_WfpCallout
    #>
    [CmdletBinding(DefaultParameterSetName = 'Live')]
    [OutputType('WfpCallout.Finding')]
    param(
        [ValidateSet('error', 'warning', 'info')]
        [string] $Severity,

        [ValidateSet('dangling', 'blind', 'impostor', 'conflict', 'unregistered', 'shared-guid', 'orphan',
            'unattributed', 'not-visible')]
        [string[]] $Ignore,

        [ValidateNotNullOrEmpty()]
        [string] $BaselinePath,

        [Parameter(Mandatory, ParameterSetName = 'Path')]
        [SupportsWildcards()]
        [string[]] $Path,

        [Parameter(Mandatory, ParameterSetName = 'LiteralPath')]
        [Alias('PSPath')]
        [string[]] $LiteralPath
    )

    begin {
        Assert-WfpLanguageMode
        . Use-WfpPreference
    }

    end {
        $arguments = @('audit') + @(Get-WfpSource -Cmdlet $PSCmdlet -Path $Path -LiteralPath $LiteralPath)
        if ($arguments.Length -eq 1) {
            return
        }

        if ($Severity) {
            $arguments += "--severity=$Severity"
        }

        foreach ($name in $Ignore) {
            $arguments += "--ignore=$name"
        }

        if ($BaselinePath) {
            $baseline = Resolve-WfpPath -Cmdlet $PSCmdlet -LiteralPath $BaselinePath
            if ($null -eq $baseline) {
                return
            }

            $arguments += "--baseline=$baseline"
        }

        Invoke-WfpTool -Cmdlet $PSCmdlet -ArgumentList $arguments | ConvertTo-WfpOutput -TypeName 'WfpCallout.Finding'
    }
}
