function Get-WfpSource {
    # Writes the options that name the source of a command with the sets Live, Path and LiteralPath;
    # nothing if files were named and none of them is there.
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)]
        [System.Management.Automation.PSCmdlet] $Cmdlet
    )

    $bound = $Cmdlet.MyInvocation.BoundParameters
    if (-not $bound.ContainsKey('Path') -and -not $bound.ContainsKey('LiteralPath')) {
        return '--live'
    }

    foreach ($file in Resolve-WfpPath -Cmdlet $Cmdlet -Path $bound['Path'] -LiteralPath $bound['LiteralPath']) {
        "--from=$file"
    }
}
