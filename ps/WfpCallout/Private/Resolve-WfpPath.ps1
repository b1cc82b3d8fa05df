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

        Write-WfpFileMiss -Cmdlet $Cmdlet -Path $name
    }
}

function Resolve-WfpWildcard {
    # The absolute file-system paths of the files that a path with wildcards matches; an error if there
    # is no such folder or drive to look in.
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)]
        [System.Management.Automation.PSCmdlet] $Cmdlet,

        [Parameter(Mandatory)]
        [string] $Path
    )

    # A method that throws leaves an error of its own in -ErrorVariable, so it is not called in vain.
    $folder = [regex]::Match($Path, '^([^*?\[]*[\\/])?[^\\/*?\[]*[*?\[]').Groups[1].Value
    $known = if ($folder -and -not $folder.Contains('`')) { Resolve-WfpNewPath -Cmdlet $Cmdlet -Path $folder }
    if (-not (Test-WfpRoot -Cmdlet $Cmdlet -Path $Path) -or ($known -and -not [System.IO.Directory]::Exists($known))) {
        Write-WfpFileMiss -Cmdlet $Cmdlet -Path $Path
        return
    }

    $ask = '$ExecutionContext.SessionState.Path.GetResolvedProviderPathFromPSPath($args[0], [ref] $provider)'
    foreach ($file in Get-WfpCallerPath -Cmdlet $Cmdlet -Path $Path -Script $ask) {
        if ([System.IO.File]::Exists($file)) {
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

    if (-not $Path -or -not (Test-WfpRoot -Cmdlet $Cmdlet -Path $Path)) {
        return
    }

    $ask = '$ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($args[0], [ref] $provider, [ref] $drive)'
    Get-WfpCallerPath -Cmdlet $Cmdlet -Path $Path -Script $ask
}

function Get-WfpCallerPath {
    # The paths that a script gives for a path, if they are of the file system. It runs in the scope of the
    # caller: a drive that a script made is known nowhere else.
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)]
        [System.Management.Automation.PSCmdlet] $Cmdlet,

        [Parameter(Mandatory)]
        [string] $Path,

        # Gets the path as $args[0], and puts what it is of into $provider.
        [Parameter(Mandatory)]
        [string] $Script
    )

    $ask = [scriptblock]::Create("& { `$provider = `$drive = `$null; `$found = $Script; if (`$provider.Name -eq 'FileSystem') { `$found } } `$args[0]")
    foreach ($found in $Cmdlet.InvokeCommand.InvokeScript($Cmdlet.SessionState, $ask, $Path)) {
        [string] $found
    }
}

function Test-WfpRoot {
    # Whether the provider or the drive that a path begins with is there; a path may begin with neither.
    [CmdletBinding()]
    [OutputType([bool])]
    param(
        [Parameter(Mandatory)]
        [System.Management.Automation.PSCmdlet] $Cmdlet,

        [Parameter(Mandatory)]
        [string] $Path
    )

    $session = $Cmdlet.SessionState
    if ($Path -match '^([^:]+)::') {
        return @($session.Provider.GetAll() | Where-Object { $Matches[1] -eq $_.Name -or $Matches[1] -eq "$_" }).Length -gt 0
    }

    if ($Path -match '^([^:\\/]+):') {
        # Windows may have a drive of one letter that PowerShell has not met yet.
        return @($session.Drive.GetAll().Name) -contains $Matches[1] -or
            ($Matches[1].Length -eq 1 -and [System.IO.Directory]::Exists("$($Matches[1]):\"))
    }

    $true
}

function Write-WfpFileMiss {
    # Writes the error for a file that is not there.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)]
        [System.Management.Automation.PSCmdlet] $Cmdlet,

        [Parameter(Mandatory)]
        [AllowEmptyString()]
        [string] $Path
    )

    $missing = @{
        Id      = 'FileNotFound'
        Message = "Cannot find `"$Path`": there is no such file"
        Target  = $Path
    }
    $Cmdlet.WriteError((ConvertTo-WfpErrorRecord @missing))
}
