BeforeDiscovery {
    Import-Module (Join-Path $PSScriptRoot 'ModuleUnderTest.psm1') -Force
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'ModuleUnderTest.psm1') -Force
    Import-Module (Join-Path $PSScriptRoot 'Helpers.psm1') -Force
    Import-TestModule
    Set-StrictMode -Version Latest
    $state = Get-TestDataPath 'sources/small-state.xml'
    $broken = Join-Path $TestDrive 'broken.xml'
    # The callout of Contoso is gone, its two filters are still there.
    $text = [System.IO.File]::ReadAllText($state)
    $at = $text.IndexOf('<calloutKey>{11111111')
    $start = $text.LastIndexOf('<item>', $at)
    $end = $text.IndexOf('</callouts>', $at)
    [System.IO.File]::WriteAllText($broken, $text.Remove($start, $end - $start))
}

Describe 'Get-WfpCalloutFinding' {
    It 'gets what is wrong, the worst first' {
        $found = @(Get-WfpCalloutFinding -Path $broken)
        @($found | ForEach-Object { $_.Id } | Select-Object -First 2) | Should -Be 'dangling', 'blind'
        $found[0].PSObject.TypeNames[0] | Should -BeExactly 'WfpCallout.Finding'
        $found[0].Severity | Should -BeExactly 'error'
        $found[0].Evidence.GetType().Name | Should -BeExactly 'Object[]'
        $found[0].Evidence[0].PSObject.TypeNames[0] | Should -BeExactly 'WfpCallout.Evidence'
        @($found[0].Evidence | Where-Object { $_.Kind -eq 'filter' })[0].Guid | Should -Be ([guid]'22222222-2222-4222-8222-000000000002')
        @($found[0].Evidence | Where-Object { $_.Kind -eq 'filter' })[0].FilterId | Should -BeOfType [uint64]
        foreach ($finding in $found) { $finding.Remedy | Should -Not -BeNullOrEmpty }
    }

    It 'narrows by severity and id' {
        @(Get-WfpCalloutFinding -Path $broken -Severity error | ForEach-Object { $_.Severity } | Sort-Object -Unique) | Should -Be 'error'
        @(Get-WfpCalloutFinding -LiteralPath $broken -Ignore dangling | ForEach-Object { $_.Id }) | Should -Not -Contain 'dangling'
        { Get-WfpCalloutFinding -Path $broken -Ignore nonsense } | Should -Throw -ErrorId 'ParameterArgumentValidationError,Get-WfpCalloutFinding'
    }

    It 'leaves out what a baseline accepts' {
        $baseline = Join-Path $TestDrive 'baseline.json'
        $finding = Get-WfpCalloutFinding -Path $broken -Severity error
        $guid = $finding.Evidence | Where-Object { $_.Kind -eq 'filter' } | ForEach-Object { $_.Guid }
        [System.IO.File]::WriteAllText($baseline, '{"id":"dangling","evidence":[{"kind":"filter","guid":"' + $guid + '"},{"kind":"callout","guid":"11111111-1111-4111-8111-111111111111"}]}')
        Get-WfpCalloutFinding -Path $broken -Severity error -BaselinePath $baseline | Should -BeNullOrEmpty
    }

    It 'writes one FileNotFound error for a baseline that is not there' {
        Get-WfpCalloutFinding -Path $broken -BaselinePath 'no such file' -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems | Should -HaveCount 1
        $problems[0].FullyQualifiedErrorId | Should -BeExactly 'FileNotFound,Get-WfpCalloutFinding'
    }

    It 'writes one EngineUnavailable error off Windows' -Skip:(Test-Windows) {
        Get-WfpCalloutFinding -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems | Should -HaveCount 1
        $problems[0].FullyQualifiedErrorId | Should -BeExactly 'EngineUnavailable,Get-WfpCalloutFinding'
    }
}
