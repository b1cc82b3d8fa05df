BeforeDiscovery {
    Import-Module (Join-Path $PSScriptRoot 'ModuleUnderTest.psm1') -Force
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'ModuleUnderTest.psm1') -Force
    Import-Module (Join-Path $PSScriptRoot 'Helpers.psm1') -Force
    Import-TestModule
    Set-StrictMode -Version Latest
    $state = Get-TestDataPath 'sources/small-state.xml'
}

Describe 'Export-WfpSnapshot' {
    It 'writes a file that the other commands read' {
        $file = Export-WfpSnapshot (Join-Path $TestDrive 'one.json') -Path $state
        $file | Should -BeOfType [System.IO.FileInfo]
        $file.Exists | Should -BeTrue
        $from = Get-WfpCallout -Path $file.FullName
        @($from.Guid) | Should -Be @((Get-WfpCallout -Path $state).Guid)
        @($from.Source | Sort-Object -Unique) | Should -Be $file.FullName
        # What Get-Item adds, and Get-Content and others take.
        $file.PSPath | Should -BeLike "*::$($file.FullName)"
        Compare-WfpCallout $state $file.FullName -IncludeFilter | Should -BeNullOrEmpty
    }

    It 'resolves a relative path by the location of PowerShell' {
        Push-Location $TestDrive
        try { (Export-WfpSnapshot relative.json -LiteralPath $state).FullName | Should -BeExactly (Join-Path $TestDrive 'relative.json') }
        finally { Pop-Location }
    }

    It 'writes nothing with -WhatIf' {
        $path = Join-Path $TestDrive 'whatif.json'
        Export-WfpSnapshot $path -Path $state -WhatIf | Should -BeNullOrEmpty
        [System.IO.File]::Exists($path) | Should -BeFalse
    }

    It 'obeys the $WhatIfPreference of the script that calls it' {
        $path = Join-Path $TestDrive 'preference.json'
        $script = [scriptblock]::Create('$WhatIfPreference = $true; Export-WfpSnapshot $args[0] -Path $args[1]')
        & $script $path $state | Should -BeNullOrEmpty
        [System.IO.File]::Exists($path) | Should -BeFalse
        $script = [scriptblock]::Create('$WhatIfPreference = $true; Export-WfpSnapshot $args[0] -Path $args[1] -WhatIf:$false')
        (& $script $path $state).FullName | Should -BeExactly $path
    }

    It 'replaces a file only with -Force' {
        $path = Join-Path $TestDrive 'there.json'
        [System.IO.File]::WriteAllText($path, 'x')
        Export-WfpSnapshot $path -Path $state -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeNullOrEmpty
        $problems | Should -HaveCount 1
        $problems[0].FullyQualifiedErrorId | Should -BeExactly 'FileExists,Export-WfpSnapshot'
        $problems[0].CategoryInfo.Category | Should -Be 'ResourceExists'
        [System.IO.File]::ReadAllText($path) | Should -BeExactly 'x'
        (Export-WfpSnapshot $path -Path $state -Force).Length | Should -BeGreaterThan 1
    }

    It 'writes one InputUnreadable error, and no file, for a file that is no dump' {
        $bad = Join-Path $TestDrive 'bad.xml'
        $path = Join-Path $TestDrive 'never.json'
        [System.IO.File]::WriteAllText($bad, 'not a dump')
        Export-WfpSnapshot $path -Path $bad -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeNullOrEmpty
        $problems | Should -HaveCount 1
        $problems[0].FullyQualifiedErrorId | Should -BeExactly 'InputUnreadable,Export-WfpSnapshot'
        $problems[0].TargetObject | Should -BeExactly $bad
        [System.IO.File]::Exists($path) | Should -BeFalse
    }

    It 'writes one <Id> error for <Case>' -ForEach @(
        @{ Case = 'two files'; To = 'two.json'; Count = 2; Id = 'SourceMismatch'; Category = 'InvalidArgument' }
        @{ Case = 'a drive that is not there'; To = 'nowhere:\x.json'; Count = 1; Id = 'FileNotFound'; Category = 'ObjectNotFound' }
        @{ Case = 'a drive of one letter that is not there'; To = '1:\x.json'; Count = 1; Id = 'FileNotFound'; Category = 'ObjectNotFound' }
        @{ Case = 'a folder that is not there'; To = 'no such folder/x.json'; Count = 1; Id = 'FileNotFound'; Category = 'ObjectNotFound' }
        @{ Case = 'a folder'; To = '.'; Count = 1; Id = 'FileExists'; Category = 'ResourceExists' }
        @{ Case = 'a path of another provider'; To = 'Env:x'; Count = 1; Id = 'FileNotFound'; Category = 'ObjectNotFound' }
    ) {
        Push-Location $TestDrive
        try { Export-WfpSnapshot $To -Path (@($state) * $Count) -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeNullOrEmpty }
        finally { Pop-Location }
        $problems | Should -HaveCount 1
        $problems[0].FullyQualifiedErrorId | Should -BeExactly "$Id,Export-WfpSnapshot"
        $problems[0].CategoryInfo.Category | Should -Be $Category
        [System.IO.File]::Exists((Join-Path $TestDrive $To)) | Should -BeFalse
    }

    It 'writes one EngineUnavailable error off Windows' -Skip:(Test-Windows) {
        Export-WfpSnapshot (Join-Path $TestDrive 'live.json') -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems | Should -HaveCount 1
        $problems[0].FullyQualifiedErrorId | Should -BeExactly 'EngineUnavailable,Export-WfpSnapshot'
    }
}
