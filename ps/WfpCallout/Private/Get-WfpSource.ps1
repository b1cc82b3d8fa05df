function Get-WfpSource {
    # Writes the options that name the source of a command: the files that it was told to read, else the
    # filter engine; nothing if files were named and none of them is there.
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)]
        [System.Management.Automation.PSCmdlet] $Cmdlet,

        [AllowNull()]
        [string[]] $Path,

        [AllowNull()]
        [string[]] $LiteralPath
    )

    if ($null -eq $Path -and $null -eq $LiteralPath) {
        return '--live'
    }

    foreach ($file in Resolve-WfpPath -Cmdlet $Cmdlet -Path $Path -LiteralPath $LiteralPath) {
        "--from=$file"
    }
}
