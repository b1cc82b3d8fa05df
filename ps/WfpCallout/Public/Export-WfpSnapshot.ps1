function Export-WfpSnapshot {
    <#
    .SYNOPSIS
        Writes everything that a filter engine holds to one file.

    .DESCRIPTION
        Writes callouts, filters, layers, sublayers and providers of this machine, or of a dump, as one JSON
        file. The other commands read it with Path, on any machine and system, and give the same objects.

        The file holds paths of programs, names of rules, and user ids where conditions name them.

    .PARAMETER Destination
        The file to write. It is written completely or not at all.

    .PARAMETER Force
        Replaces the file if it exists already.

    .PARAMETER Path
        The file to read in place of the filter engine of this machine: what 'netsh wfp show state' or
        'netsh wfp show filters' wrote, the wfpdiag.xml of 'netsh wfp capture', or a snapshot of
        Export-WfpSnapshot. Wildcards are permitted, if they match one file.

    .PARAMETER LiteralPath
        The same as Path, but wildcard characters are taken literally.

    .EXAMPLE
        Export-WfpSnapshot today.json

        Writes what the filter engine of this machine holds.

    .EXAMPLE
        Export-WfpSnapshot today.json -Path wfpstate.xml -Force

        Turns a dump into a snapshot.

    .OUTPUTS
        System.IO.FileInfo. The file that was written.

    .LINK
        Compare-WfpCallout

    .LINK
        Get-WfpCallout

    .LINK
        about_WfpCallout
    #>
    [CmdletBinding(DefaultParameterSetName = 'Live', SupportsShouldProcess)]
    [OutputType([System.IO.FileInfo])]
    param(
        [Parameter(Mandatory, Position = 0)]
        [ValidateNotNullOrEmpty()]
        [string] $Destination,

        [switch] $Force,

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
        $file = Resolve-WfpDestination -Cmdlet $PSCmdlet -Path $Destination -Force $Force
        if ($null -eq $file) {
            return
        }

        $source = @(Get-WfpSource -Cmdlet $PSCmdlet -Path $Path -LiteralPath $LiteralPath)
        if ($source.Length -gt 1) {
            $several = @{
                Id      = 'SourceMismatch'
                Message = "Cannot write $($source.Length) files into one snapshot"
                Hint    = 'name one file at a time, and write a snapshot of each'
                Target  = $Path + $LiteralPath
            }
            $PSCmdlet.WriteError((ConvertTo-WfpErrorRecord @several))
            return
        }

        if ($source.Length -eq 0 -or -not $PSCmdlet.ShouldProcess($file, 'Write snapshot')) {
            return
        }

        $arguments = @('snapshot') + $source + "--output=$file"
        if ($Force) {
            $arguments += '--force'
        }

        $tool = Get-WfpTool -Cmdlet $PSCmdlet
        $status = @{}
        Read-WfpTool -Cmdlet $PSCmdlet -Path $tool -ArgumentList $arguments -Status $status -Target $file
        if ($status.ExitCode -eq 0) {
            # As Get-Item gives it, so that what takes the path of an item takes it.
            $PSCmdlet.InvokeProvider.Item.Get(@($file), $true, $true)
        }
    }
}
