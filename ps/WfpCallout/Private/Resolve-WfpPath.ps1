function Resolve-WfpPath {
    # Writes the absolute file-system paths of -Path (wildcards) and -LiteralPath, and an error for
    # each that is not there. A wildcard that matches nothing gives nothing.
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)]
        [System.Management.Automation.PSCmdlet] $Cmdlet,

        [AllowNull()]
        [AllowEmptyString()]
        [AllowEmptyCollection()]
        [string[]] $Path,

        [AllowNull()]
        [AllowEmptyString()]
        [AllowEmptyCollection()]
        [string[]] $LiteralPath
    )

    $names = [System.Collections.Generic.List[string]]::new()
    foreach ($name in $Path) {
        if ([System.Management.Automation.WildcardPattern]::ContainsWildcardCharacters($name)) {
            Resolve-WfpWildcard -Cmdlet $Cmdlet -Path $name
        } else {
            $names.Add([System.Management.Automation.WildcardPattern]::Unescape($name))
        }
    }

    if ($null -ne $LiteralPath) {
        $names.AddRange($LiteralPath)
    }

    foreach ($name in $names) {
        $file = Resolve-WfpNewPath -Cmdlet $Cmdlet -Path $name
        if ($null -ne $file -and [System.IO.File]::Exists($file)) {
            $file
            continue
        }

        $missing = @{
            Id      = 'FileNotFound'
            Message = "Cannot find `"$name`": there is no such file"
            Target  = $name
        }
        $Cmdlet.WriteError((ConvertTo-WfpErrorRecord @missing))
    }
}

function Resolve-WfpWildcard {
    # The absolute file-system paths of the files that a path with wildcards matches.
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)]
        [System.Management.Automation.PSCmdlet] $Cmdlet,

        [Parameter(Mandatory)]
        [string] $Path
    )

    $provider = $null
    foreach ($file in $Cmdlet.GetResolvedProviderPathFromPSPath($Path, [ref] $provider)) {
        if ($provider.Name -eq 'FileSystem' -and [System.IO.File]::Exists($file)) {
            $file
        }
    }
}

function Resolve-WfpNewPath {
    # The absolute path of a file that need not exist; nothing if it is not one of the file system.
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)]
        [System.Management.Automation.PSCmdlet] $Cmdlet,

        [Parameter(Mandatory)]
        [AllowEmptyString()]
        [string] $Path
    )

    if (-not $Path) {
        return
    }

    $provider = $null
    $drive = $null
    $found = $Cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Path, [ref] $provider, [ref] $drive)
    if ($provider.Name -eq 'FileSystem') {
        $found
    }
}
