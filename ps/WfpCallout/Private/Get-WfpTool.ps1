function Get-WfpTool {
    # The path of the executable, once its version is known to be the module's. The answer is kept
    # for the session by path, time stamp and size, so that 'version' runs once and not once a pipeline.
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)]
        [System.Management.Automation.PSCmdlet] $Cmdlet
    )

    $module = $ExecutionContext.SessionState.Module
    $path = Find-WfpTool -Cmdlet $Cmdlet -ModuleBase $module.ModuleBase
    $file = [System.IO.FileInfo]::new($path)
    $stamp = '{0}|{1}|{2}|{3}' -f $path, $file.LastWriteTimeUtc.Ticks, $file.Length, $module.Version
    if ($script:WfpTool -cne $stamp) {
        Test-WfpToolVersion -Cmdlet $Cmdlet -Path $path -Version $module.Version
        $script:WfpTool = $stamp
    }

    $path
}

$script:WfpTool = ''

function Find-WfpTool {
    # The path of the executable beside the module; it is looked for nowhere else.
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)]
        [System.Management.Automation.PSCmdlet] $Cmdlet,

        [Parameter(Mandatory)]
        [string] $ModuleBase
    )

    $folders = @(Get-WfpToolFolder)
    foreach ($folder in $folders) {
        $name = if ($folder.StartsWith('win-')) { 'wfpcallout.exe' } else { 'wfpcallout' }
        $path = [System.IO.Path]::Combine($ModuleBase, 'bin', $folder, $name)
        if ([System.IO.File]::Exists($path)) {
            return $path
        }
    }

    $missing = @{
        Id      = 'ToolMissing'
        Message = "Cannot find the executable that the module WfpCallout needs: '$path' does not exist"
        Hint    = "install the module again, or copy the executable for $($folders[0]) from the same release to that path"
        Target  = $path
    }
    $Cmdlet.ThrowTerminatingError((ConvertTo-WfpErrorRecord @missing))
}

function Test-WfpToolVersion {
    # Throws unless the executable says that it is of the module's version.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)]
        [System.Management.Automation.PSCmdlet] $Cmdlet,

        [Parameter(Mandatory)]
        [string] $Path,

        [Parameter(Mandatory)]
        [version] $Version
    )

    $lines = @(Read-WfpTool -Cmdlet $Cmdlet -Path $Path -ArgumentList 'version', '--json')
    $answer = ConvertFrom-WfpJson -Cmdlet $Cmdlet -Text ($lines -join "`n") -Key @{}
    $found = Get-WfpProperty -InputObject $answer -Name 'Version'
    if ($found -ne "$Version") {
        $other = @{
            Id      = 'ToolVersion'
            Message = "Cannot use '$Path': it is version $found, and the module WfpCallout is version $Version"
            Hint    = 'install the module again, so that the module and its executable are from the same release'
            Target  = $Path
        }
        $Cmdlet.ThrowTerminatingError((ConvertTo-WfpErrorRecord @other))
    }
}
