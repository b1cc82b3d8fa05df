function Resolve-WfpDestination {
    # The absolute path of a file to write, or an error that says why there can be none.
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)]
        [System.Management.Automation.PSCmdlet] $Cmdlet,

        [Parameter(Mandatory)]
        [string] $Path,

        # Whether a file of this name may be replaced.
        [bool] $Force
    )

    $problem = @{ Id = 'FileExists' }
    $file = Resolve-WfpNewPath -Cmdlet $Cmdlet -Path $Path
    if ($null -eq $file) {
        $problem.Id = 'FileNotFound'
        $reason = 'it is not a file system path'
    } elseif (-not [System.IO.Directory]::Exists([System.IO.Path]::GetDirectoryName($file))) {
        $problem.Id = 'FileNotFound'
        $reason = 'there is no such folder'
    } elseif ([System.IO.Directory]::Exists($file)) {
        $reason = 'it is a folder'
    } elseif (-not $Force -and [System.IO.File]::Exists($file)) {
        $reason = 'the file exists already'
        $problem.Hint = 'use -Force to replace it'
    } else {
        return $file
    }

    $problem.Message = "Cannot write `"$Path`": $reason"
    $problem.Target = if ($null -eq $file) { $Path } else { $file }
    $Cmdlet.WriteError((ConvertTo-WfpErrorRecord @problem))
}
