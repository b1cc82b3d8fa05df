function Get-WfpToolFolder {
    # The folders of bin that may hold the executable for this operating system, the best one first.
    # The operating system's architecture counts, not that of the PowerShell process.
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [string] $System = (Get-WfpSystem),

        [string] $Architecture = (Get-WfpArchitecture -System $System)
    )

    "$System-$Architecture"
    if ($System -eq 'win' -and $Architecture -eq 'arm64') {
        'win-x64'
    }
}

function Get-WfpSystem {
    # Names the operating system as the folders of bin do.
    [CmdletBinding()]
    [OutputType([string])]
    param()

    if ([System.Environment]::OSVersion.Platform -eq [System.PlatformID]::Win32NT) {
        return 'win'
    }

    $osx = [System.Runtime.InteropServices.OSPlatform]::OSX
    if ([System.Runtime.InteropServices.RuntimeInformation]::IsOSPlatform($osx)) {
        'osx'
    } else {
        'linux'
    }
}

function Get-WfpArchitecture {
    # Names the architecture of the operating system as the folders of bin do.
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)]
        [string] $System
    )

    if ($System -ne 'win') {
        return [System.Runtime.InteropServices.RuntimeInformation]::OSArchitecture.ToString().ToLowerInvariant()
    }

    # The variables of an emulated process name the emulated architecture; the registry names the machine's.
    $key = 'HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\Session Manager\Environment'
    $name = [Microsoft.Win32.Registry]::GetValue($key, 'PROCESSOR_ARCHITECTURE', $null)
    if (-not $name) {
        $name = [System.Environment]::GetEnvironmentVariable('PROCESSOR_ARCHITEW6432')
    }

    if (-not $name) {
        $name = [System.Environment]::GetEnvironmentVariable('PROCESSOR_ARCHITECTURE')
    }

    if ($name -eq 'AMD64') {
        'x64'
    } else {
        "$name".ToLowerInvariant()
    }
}
