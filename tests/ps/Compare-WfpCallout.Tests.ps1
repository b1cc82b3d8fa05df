BeforeDiscovery {
    Import-Module (Join-Path $PSScriptRoot 'ModuleUnderTest.psm1') -Force
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'ModuleUnderTest.psm1') -Force
    Import-Module (Join-Path $PSScriptRoot 'Helpers.psm1') -Force
    Import-TestModule
    Set-StrictMode -Version Latest
    $state = Get-TestDataPath 'sources/small-state.xml'
    $after = Join-Path $TestDrive 'after.xml'
    # The callout of Contoso is gone, and one filter is disabled.
    $text = [System.IO.File]::ReadAllText($state)
    $at = $text.IndexOf('<calloutKey>{11111111')
    $start = $text.LastIndexOf('<item>', $at)
    $end = $text.IndexOf('</callouts>', $at)
    $text = $text.Remove($start, $end - $start)
    $text = $text.Replace('FWPM_FILTER_FLAG_CLEAR_ACTION_RIGHT', 'FWPM_FILTER_FLAG_DISABLED')
    [System.IO.File]::WriteAllText($after, $text)
}

Describe 'Compare-WfpCallout' {
    It 'gets what was removed' {
        $found = @(Compare-WfpCallout $state $after)
        $found | Should -HaveCount 1
        $found[0].PSObject.TypeNames[0] | Should -BeExactly 'WfpCallout.Difference'
        $found[0].Change | Should -BeExactly 'removed'
        $found[0].Kind | Should -BeExactly 'callout'
        $found[0].Guid | Should -Be ([guid]'11111111-1111-4111-8111-111111111111')
        $found[0].Before.PSObject.TypeNames[0] | Should -BeExactly 'WfpCallout.Callout'
        $found[0].Before.Guid | Should -BeOfType [guid]
        $found[0].After | Should -BeNullOrEmpty
    }

    It 'compares the filters too' {
        $found = @(Compare-WfpCallout -ReferencePath $state -DifferencePath $after -IncludeFilter | Where-Object { $_.Kind -eq 'filter' -and $_.Fields -contains 'flags' })
        $found | Should -HaveCount 1
        $found[0].Change | Should -BeExactly 'changed'
        $found[0].Before.Flags | Should -Be 'FWPM_FILTER_FLAG_CLEAR_ACTION_RIGHT'
        $found[0].After.Flags | Should -Be 'FWPM_FILTER_FLAG_DISABLED'
        $found[0].Before.FilterId | Should -BeOfType [uint64]
    }

    It 'gives nothing where nothing changed' {
        Compare-WfpCallout $state $state -IncludeFilter | Should -BeNullOrEmpty
    }

    It 'writes one FileNotFound error for a file that is not there' {
        Compare-WfpCallout $state 'no such file' -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems | Should -HaveCount 1
        $problems[0].FullyQualifiedErrorId | Should -BeExactly 'FileNotFound,Compare-WfpCallout'
        $problems[0].TargetObject | Should -BeExactly 'no such file'
    }

    It 'asks this machine without a second file' -Skip:(Test-Windows) {
        Compare-WfpCallout $state -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -BeExactly 'EngineUnavailable,Compare-WfpCallout'
    }
}
