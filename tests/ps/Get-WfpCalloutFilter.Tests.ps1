BeforeDiscovery {
    Import-Module (Join-Path $PSScriptRoot 'ModuleUnderTest.psm1') -Force
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'ModuleUnderTest.psm1') -Force
    Import-Module (Join-Path $PSScriptRoot 'Helpers.psm1') -Force
    Import-TestModule
    Set-StrictMode -Version Latest
    $state = Get-TestDataPath 'sources/small-state.xml'
    $contoso = '11111111-1111-4111-8111-111111111111'
}

Describe 'Get-WfpCalloutFilter' {
    It 'gets the filters with a callout, in order of evaluation' {
        $found = @(Get-WfpCalloutFilter -Path $state)
        @($found.DisplayName) | Should -Be 'Contoso decides', 'Contoso watches'
        $filter = $found[0]
        $filter.PSObject.TypeNames[0] | Should -BeExactly 'WfpCallout.Filter'
        $filter.Callout | Should -Be ([guid]$contoso)
        $filter.CalloutName | Should -BeExactly 'Contoso connect'
        $filter.FilterId | Should -BeOfType [uint64]
        $filter.FilterId | Should -Be 70002
        $filter.EffectiveWeight | Should -BeOfType [uint64]
        $filter.SublayerWeight | Should -BeOfType [uint32]
        $filter.SublayerWeight | Should -Be 65535
        $filter.Conditions.GetType().Name | Should -BeExactly 'Object[]'
        $filter.Conditions[0].PSObject.TypeNames[0] | Should -BeExactly 'WfpCallout.FilterCondition'
        $filter.Conditions[0].Value.Value | Should -BeOfType [uint32]
        $filter.Conditions[0].Value.Value | Should -Be 443
        $filter.Conditions[1].Value.Value.PSObject.TypeNames[0] | Should -BeExactly 'WfpCallout.Range'
        $filter.Conditions[1].Value.Value.High.Value | Should -Be 90
    }

    It 'takes <Case>' -ForEach @(
        @{ Case = 'a GUID'; Value = [guid]'11111111-1111-4111-8111-111111111111' }
        @{ Case = 'a text'; Value = '{11111111-1111-4111-8111-111111111111}' }
        @{ Case = 'a name'; Value = 'Contoso connect' }
        @{ Case = 'a wildcard'; Value = 'Contoso*' }
        @{ Case = 'bytes'; Value = ([guid]'11111111-1111-4111-8111-111111111111').ToByteArray() }
    ) {
        @(Get-WfpCalloutFilter $Value -Path $state) | Should -HaveCount 2
        @(, $Value | Get-WfpCalloutFilter -LiteralPath $state) | Should -HaveCount 2
    }

    It 'finds a filter by its run-time id, whatever its action is' {
        (Get-WfpCalloutFilter -Id 70003 -Path $state).DisplayName | Should -BeExactly 'Allow all'
        @(Get-WfpCalloutFilter -Id 70001, 70002 -Path $state) | Should -HaveCount 2
    }

    It 'gives each filter once for piped callouts, from their own source' {
        @(Get-WfpCallout -Path $state | Get-WfpCalloutFilter) | Should -HaveCount 2
        @(Get-WfpCallout -Path $state, $state -ThirdParty | Get-WfpCalloutFilter) | Should -HaveCount 2
    }

    It 'takes more callouts than a command line can hold' {
        $many = @(1..300 | ForEach-Object { [guid]::NewGuid() }) + [guid]$contoso
        @($many | Get-WfpCalloutFilter -Path $state -ErrorAction SilentlyContinue -ErrorVariable problems) | Should -HaveCount 2
        $problems | Should -HaveCount 300
    }

    It 'writes one SourceMismatch error for a callout of another source' {
        $other = Join-Path $TestDrive 'other.xml'
        [System.IO.File]::Copy($state, $other)
        $found = @(Get-WfpCallout -Path $state -ThirdParty | Get-WfpCalloutFilter -Path $other -ErrorAction SilentlyContinue -ErrorVariable problems)
        $found | Should -HaveCount 0
        $problems | Should -HaveCount 1
        $problems[0].FullyQualifiedErrorId | Should -BeExactly 'SourceMismatch,Get-WfpCalloutFilter'
        $problems[0].CategoryInfo.Category | Should -Be 'InvalidArgument'
        $problems[0].TargetObject.DisplayName | Should -BeExactly 'Contoso connect'
    }

    It 'writes one SourceMismatch error for a callout of another computer' {
        $callout = Get-WfpCallout 'Contoso connect' -Path $state
        # As Invoke-Command gives it.
        $callout.Source = 'live'
        $callout.PSObject.Properties.Add([System.Management.Automation.PSNoteProperty]::new('PSComputerName', 'elsewhere'))
        foreach ($with in @{ Path = $state }, @{}) {
            $callout | Get-WfpCalloutFilter @with -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeNullOrEmpty
            $problems | Should -HaveCount 1
            $problems[0].FullyQualifiedErrorId | Should -BeExactly 'SourceMismatch,Get-WfpCalloutFilter'
            $problems[0].CategoryInfo.Category | Should -Be 'InvalidArgument'
            [object]::ReferenceEquals($problems[0].TargetObject, $callout) | Should -BeTrue
        }
        $problems[0].Exception.Message | Should -BeExactly ("Cannot look up `"$contoso`" on this computer: " +
            'the callout is from "live" of the computer "elsewhere"')
        $problems[0].ErrorDetails.RecommendedAction |
            Should -BeExactly 'run Get-WfpCalloutFilter there too, or give the GUID of the callout in place of the object'
    }

    It 'takes a callout of a job on this computer for one of its own' {
        $callout = Get-WfpCallout 'Contoso connect' -Path $state
        foreach ($name in 'localhost', [System.Environment]::MachineName) {
            $callout.PSObject.Properties.Remove('PSComputerName')
            $callout.PSObject.Properties.Add([System.Management.Automation.PSNoteProperty]::new('PSComputerName', $name))
            @($callout | Get-WfpCalloutFilter) | Should -HaveCount 2
        }
    }

    It 'looks up a callout of the catalogue in the source of the command' {
        @(Get-WfpBuiltinCallout IPSEC_ALE_CONNECT_V4 | Get-WfpCalloutFilter -Path $state -ErrorVariable problems) | Should -HaveCount 0
        $problems | Should -BeNullOrEmpty
    }

    It 'gives nothing, and no error, for a wildcard that matches nothing' {
        Get-WfpCalloutFilter 'no*such' -Path $state -ErrorVariable problems | Should -BeNullOrEmpty
        $problems | Should -BeNullOrEmpty
    }

    It 'names in each error what was given' {
        $given = @(
            [guid]'11111111-1111-4111-8111-111111111112'
            [pscustomobject]@{ Name = 'nonsense'; Note = 'first' }
            [pscustomobject]@{ Name = 'nonsense'; Note = 'second' }
            'NONSENSE'
            'nonsense'
            $null
            ''
        )
        $given | Get-WfpCalloutFilter -Path $state -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems | Should -HaveCount 7
        @($problems | ForEach-Object { $_.FullyQualifiedErrorId } | Sort-Object -Unique) |
            Should -Be 'Malformed,Get-WfpCalloutFilter', 'NotFound,Get-WfpCalloutFilter'
        foreach ($item in $given) {
            @($problems | Where-Object { [object]::ReferenceEquals($_.TargetObject, $item) -or $_.TargetObject -ceq $item }).Count |
                Should -BeGreaterThan 0
        }
        $bytes = [byte[]](1..16)
        Get-WfpCalloutFilter $bytes -Path $state -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems | Should -HaveCount 1
        $problems[0].TargetObject.GetType().Name | Should -BeExactly 'Byte[]'
    }

    It 'writes one <Id> error for <Case>' -ForEach @(
        @{ Case = 'a callout that nobody knows'; With = @{ Callout = 'nonsense' }; Target = 'nonsense'; Id = 'NotFound'; Category = 'ObjectNotFound' }
        @{ Case = 'a run-time id'; With = @{ Id = 4711 }; Target = [uint64]4711; Id = 'NotFound'; Category = 'ObjectNotFound' }
        @{ Case = 'a dash, which is no file here'; With = @{ Callout = '-' }; Target = '-'; Id = 'NotFound'; Category = 'ObjectNotFound' }
        @{ Case = 'what looks like an option'; With = @{ Callout = '--all' }; Target = '--all'; Id = 'NotFound'; Category = 'ObjectNotFound' }
        @{ Case = 'an empty text'; With = @{ Callout = '' }; Target = ''; Id = 'Malformed'; Category = 'InvalidData' }
        @{ Case = '$null'; With = @{ Callout = $null }; Target = $null; Id = 'Malformed'; Category = 'InvalidData' }
        @{ Case = 'a piece of a GUID'; With = @{ Callout = '{11111111-1111' }; Target = '{11111111-1111'; Id = 'Malformed'; Category = 'InvalidData' }
    ) {
        Get-WfpCalloutFilter -Path $state @With -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems | Should -HaveCount 1
        $problems[0].FullyQualifiedErrorId | Should -BeExactly "$Id,Get-WfpCalloutFilter"
        $problems[0].CategoryInfo.Category | Should -Be $Category
        $problems[0].TargetObject | Should -Be $Target
    }
}
