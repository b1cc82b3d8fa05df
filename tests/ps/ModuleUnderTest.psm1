# The module that the tests are about: the one that the build made, or the one that WFPCALLOUT_TEST_MODULE names.

Set-StrictMode -Version 3.0

$repository = [System.IO.Path]::GetFullPath([System.IO.Path]::Combine($PSScriptRoot, '..', '..'))

function Get-TestModulePath {
    <#
    .SYNOPSIS
    Gets the folder of the module under test.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param()

    if ($env:WFPCALLOUT_TEST_MODULE) { return $env:WFPCALLOUT_TEST_MODULE }
    [System.IO.Path]::Combine($repository, 'dist', 'WfpCallout')
}

function Get-TestDataPath {
    <#
    .SYNOPSIS
    Gets the path of a file of tests/testdata.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory = $true)] [string]$Name)

    [System.IO.Path]::Combine($repository, 'tests', 'testdata', $Name)
}

function Import-TestModule {
    <#
    .SYNOPSIS
    Imports the module under test, or a copy of it, in place of one that is loaded.
    #>
    [CmdletBinding()]
    param([string]$Path = (Get-TestModulePath))

    Remove-Module WfpCallout -ErrorAction Ignore
    Import-Module $Path -Global
}

function Copy-TestModule {
    <#
    .SYNOPSIS
    Copies the module under test without its executables, and gives it a shell script in their place.

    .DESCRIPTION
    For trouble that the real executable does not make. Shell scripts are no programs on Windows: such tests run
    elsewhere. In the script {0} is the path of the real executable.

    .OUTPUTS
    The folder of the copy.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory = $true)]
        [string]$Folder,

        [string]$Script
    )

    $source = Get-TestModulePath
    $target = [System.IO.Path]::Combine($Folder, 'WfpCallout')
    foreach ($file in [System.IO.Directory]::GetFiles($source, '*', 'AllDirectories')) {
        $name = $file.Substring($source.Length).TrimStart('/', '\')
        if ($name -match '^bin[\\/]') {
            $tool = $file
            continue
        }
        $copy = [System.IO.Path]::Combine($target, $name)
        [void][System.IO.Directory]::CreateDirectory([System.IO.Path]::GetDirectoryName($copy))
        [System.IO.File]::Copy($file, $copy, $true)
    }
    if ($Script) {
        $program = [System.IO.Path]::Combine($target, $tool.Substring($source.Length).TrimStart('/', '\'))
        [void][System.IO.Directory]::CreateDirectory([System.IO.Path]::GetDirectoryName($program))
        [System.IO.File]::WriteAllText($program, "#!/bin/sh`n" + $Script.Replace('{0}', $tool).Replace("`r", '') + "`n")
        $chmod = [System.Diagnostics.Process]::Start('chmod', "+x `"$program`"")
        $chmod.WaitForExit()
    }
    $target
}

function Test-Windows {
    <#
    .SYNOPSIS
    Says whether this is Windows, on every edition.
    #>
    [CmdletBinding()]
    [OutputType([bool])]
    param()

    [System.Environment]::OSVersion.Platform -eq [System.PlatformID]::Win32NT
}

Export-ModuleMember -Function Get-TestModulePath, Get-TestDataPath, Import-TestModule, Copy-TestModule, Test-Windows
