# The live cmdlets over the double of the filter engine (tests/fwpuclnt_double), which a stand-in for the executable
# starts. It needs Linux, deno and a C compiler; on Windows the tests of tests/windows do the same.

BeforeDiscovery {
    $canRun = [Runtime.InteropServices.RuntimeInformation]::IsOSPlatform([Runtime.InteropServices.OSPlatform]::Linux)
    foreach ($program in 'deno', 'gcc') {
        $canRun = $canRun -and $null -ne (Get-Command $program -CommandType Application -ErrorAction Ignore)
    }
}

Describe 'the live cmdlets' -Skip:(-not $canRun) {
    BeforeAll {
        Import-Module (Join-Path $PSScriptRoot 'ModuleUnderTest.psm1') -Force
        $state = Get-TestDataPath 'sources/small-state.xml'
        $contoso = [guid]'11111111-1111-4111-8111-111111111111'
        $tool = Join-Path $TestDrive 'live tool'
        & deno run -A --quiet (Join-Path $PSScriptRoot 'make_live_tool.ts') $state $tool
        $copy = Copy-TestModule -Folder (Join-Path $TestDrive 'live') -Script "exec '$tool' `"`$@`""
        Import-TestModule $copy
        Set-StrictMode -Version Latest

        # What an object says, but for where it is from.
        function Get-Fact {
            param([Parameter(ValueFromPipeline = $true)] $InputObject)

            process {
                foreach ($property in $InputObject.PSObject.Properties) {
                    if ($property.Name -ne 'Source') { '{0}={1}' -f $property.Name, ($property.Value -join ',') }
                }
            }
        }
    }

    AfterEach { $env:FWPUCLNT_DOUBLE_FAIL = $null }

    It 'get the callouts of the engine' {
        $all = @(Get-WfpCallout)
        $all | Should -HaveCount 3
        @($all.Source | Sort-Object -Unique) | Should -Be 'live'
        (Get-WfpCallout 'Contoso*').Guid | Should -Be $contoso
        (Get-WfpCallout -Guid $contoso).Provider | Should -BeExactly 'Contoso VPN'
        @($all | Get-Fact) | Should -Be @(Get-WfpCallout -Path $state | Get-Fact)
    }

    It 'get each filter of piped callouts once' {
        $filters = @(Get-WfpCallout | Get-WfpCalloutFilter)
        @($filters.FilterId) | Should -Be @((Get-WfpCalloutFilter).FilterId)
        @($filters.FilterId | Sort-Object -Unique) | Should -HaveCount $filters.Count
        $filters | Should -HaveCount 2
        @($filters.Source | Sort-Object -Unique) | Should -Be 'live'
        @($contoso, $contoso | Get-WfpCalloutFilter) | Should -HaveCount 2
        (Get-WfpCalloutFilter -Id 70003).DisplayName | Should -BeExactly 'Allow all'
    }

    It 'look a callout of a file up in that file, and others in the engine' {
        $filters = @(@(Get-WfpCallout 'Contoso*') + @(Get-WfpCallout 'Contoso*' -Path $state) | Get-WfpCalloutFilter)
        @($filters.Source) | Should -Be 'live', 'live', $state, $state
    }

    It 'get the findings' {
        @(Get-WfpCalloutFinding).Id | Should -Be @(Get-WfpCalloutFinding -Path $state).Id
    }

    It 'compare with the engine' {
        Compare-WfpCallout $state -IncludeFilter | Should -BeNullOrEmpty
        $text = [System.IO.File]::ReadAllText($state).Replace('Contoso connect', 'Contoso before')
        $before = Join-Path $TestDrive 'before.xml'
        [System.IO.File]::WriteAllText($before, $text)
        $difference = @(Compare-WfpCallout $before)
        $difference | Should -HaveCount 1
        $difference[0].Change | Should -BeExactly 'changed'
        $difference[0].Before.DisplayName | Should -BeExactly 'Contoso before'
        $difference[0].After.Source | Should -BeExactly 'live'
    }

    It 'write a snapshot that gives the same objects' {
        $file = Export-WfpSnapshot (Join-Path $TestDrive 'taken.json')
        @(Get-WfpCallout -Path $file.FullName | Get-Fact) | Should -Be @(Get-WfpCallout | Get-Fact)
        @(Get-WfpCalloutFilter -Path $file.FullName | Get-Fact) | Should -Be @(Get-WfpCalloutFilter | Get-Fact)
        Compare-WfpCallout $file.FullName -IncludeFilter | Should -BeNullOrEmpty
    }

    It 'name a GUID that only the engine knows' {
        Resolve-WfpGuid $contoso -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $found = @(Resolve-WfpGuid $contoso -Live)
        $found | Should -HaveCount 1
        $found[0].DisplayName | Should -BeExactly 'Contoso connect'
        $found[0].Source | Should -BeExactly 'live'
        $found[0].Input | Should -Be $contoso
    }

    It 'write one <Id> error where the engine says <Code>: <Command>' -ForEach @(
        foreach ($command in 'Get-WfpCallout', 'Get-WfpCallout x', 'Get-WfpCalloutFilter', 'Get-WfpCalloutFinding', "Export-WfpSnapshot never.json", 'Compare-WfpCallout $state') {
            @{ Command = $command; Code = 5; Id = 'AccessDenied'; Category = 'PermissionDenied'; Advice = 'administrator' }
        }
        @{ Command = 'Get-WfpCallout'; Code = 1753; Id = 'EngineUnavailable'; Category = 'ResourceUnavailable'; Advice = 'service' }
    ) {
        $env:FWPUCLNT_DOUBLE_FAIL = "FwpmEngineOpen0:$Code"
        Push-Location $TestDrive
        try { $found = @(. ([scriptblock]::Create("$Command -ErrorAction SilentlyContinue -ErrorVariable problems"))) }
        finally { Pop-Location }
        $found | Should -HaveCount 0
        $problems | Should -HaveCount 1
        $problems[0].FullyQualifiedErrorId | Should -BeExactly "$Id,$(($Command -split ' ')[0])"
        $problems[0].CategoryInfo.Category | Should -Be $Category
        $problems[0].ErrorDetails.RecommendedAction | Should -Match $Advice
        [System.IO.File]::Exists((Join-Path $TestDrive 'never.json')) | Should -BeFalse
    }
}
