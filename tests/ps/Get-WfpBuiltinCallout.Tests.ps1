BeforeDiscovery {
    Import-Module (Join-Path $PSScriptRoot 'ModuleUnderTest.psm1') -Force
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'ModuleUnderTest.psm1') -Force
    Import-Module (Join-Path $PSScriptRoot 'Helpers.psm1') -Force
    Import-TestModule
    Set-StrictMode -Version Latest
}

Describe 'Get-WfpBuiltinCallout' {
    It 'gets all 51 without parameters' {
        $all = @(Get-WfpBuiltinCallout)
        $all | Should -HaveCount 51
        @($all | Where-Object { -not $_.Builtin }) | Should -HaveCount 0
        @($all.Guid | Sort-Object -Unique) | Should -HaveCount 51
        foreach ($callout in $all) { $callout.PSObject.TypeNames[0] | Should -BeExactly 'WfpCallout.Callout' }
    }

    It 'finds <Case>' -ForEach @(
        @{ Case = 'a symbol'; Name = 'FWPM_CALLOUT_TEREDO_ALE_LISTEN_V6' }
        @{ Case = 'a symbol without its prefix, in any case'; Name = 'teredo_ale_listen_v6' }
        @{ Case = 'an alias'; Name = 'FWPM_CALLOUT_EDGE_TRAVERSAL_ALE_LISTEN_V6' }
        @{ Case = 'an alias without its prefix'; Name = 'EDGE_TRAVERSAL_ALE_LISTEN_V6' }
        @{ Case = 'a wildcard'; Name = 'TEREDO*LISTEN*' }
        @{ Case = 'a set of characters'; Name = 'TEREDO_ALE_LISTEN_V[46]' }
    ) {
        @(Get-WfpBuiltinCallout $Name).Name | Should -BeExactly 'FWPM_CALLOUT_TEREDO_ALE_LISTEN_V6'
        @(Get-WfpBuiltinCallout -Name $Name).Name | Should -BeExactly 'FWPM_CALLOUT_TEREDO_ALE_LISTEN_V6'
        @($Name | Get-WfpBuiltinCallout).Name | Should -BeExactly 'FWPM_CALLOUT_TEREDO_ALE_LISTEN_V6'
    }

    It 'finds a display name' {
        $callout = Get-WfpBuiltinCallout IPSEC_INBOUND_TRANSPORT_V4
        (Get-WfpBuiltinCallout $callout.DisplayName).Guid | Should -Be $callout.Guid
    }

    It 'does not take a part of a name for a name' {
        Get-WfpBuiltinCallout TEREDO -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
    }

    It 'takes <Name>, which is no pattern, for a name' -ForEach @(
        @{ Name = '[WFP' }
        @{ Name = 'WFP []' }
        @{ Name = 'WFP [z-a]*' }
    ) {
        @($Name, 'TEREDO_ALE_LISTEN_V6' | Get-WfpBuiltinCallout -ErrorAction SilentlyContinue -ErrorVariable problems) | Should -HaveCount 1
        $problems[-1].FullyQualifiedErrorId | Should -BeExactly 'NotFound,Get-WfpBuiltinCallout'
        $problems[-1].TargetObject | Should -BeExactly $Name
    }

    It 'compares letters alike in every culture' {
        $before = [System.Globalization.CultureInfo]::CurrentCulture
        # Where .NET has no cultures there is nothing to try.
        $turkish = try { [System.Globalization.CultureInfo]::new('tr-TR') } catch { $before }
        try {
            [System.Globalization.CultureInfo]::CurrentCulture = $turkish
            @(Get-WfpBuiltinCallout ipsec_inbound_transport_*).Count | Should -Be 2
            @(Get-WfpBuiltinCallout ipsec_inbound_transport_v4).Count | Should -Be 1
            Test-WfpCallout ip_local_port -Kind CONDITION | Should -BeTrue
            (Resolve-WfpGuid ip_local_port -Kind CONDITION).Name | Should -BeExactly 'FWPM_CONDITION_IP_LOCAL_PORT'
        }
        finally { [System.Globalization.CultureInfo]::CurrentCulture = $before }
    }

    It 'answers in the order of the names' {
        $names = 'IPSEC_INBOUND_TRANSPORT_V6', 'TEREDO_ALE_LISTEN_V6', 'IPSEC_INBOUND_TRANSPORT_V4'
        @(Get-WfpBuiltinCallout $names | ForEach-Object { $_.Name -replace '^FWPM_CALLOUT_' }) | Should -Be $names
        @($names | Get-WfpBuiltinCallout | ForEach-Object { $_.Name -replace '^FWPM_CALLOUT_' }) | Should -Be $names
    }

    It 'takes an object with a Name, and a GUID' {
        $callout = Get-WfpBuiltinCallout TEREDO_ALE_LISTEN_V6
        ($callout | Get-WfpBuiltinCallout).Guid | Should -Be $callout.Guid
        (Get-WfpBuiltinCallout -Guid $callout.Guid).Name | Should -BeExactly $callout.Name
        ($callout.Guid | Get-WfpBuiltinCallout).Name | Should -BeExactly $callout.Name
    }

    It 'narrows by layer, address family and Windows' {
        @(Get-WfpBuiltinCallout -AddressFamily IPv6 | ForEach-Object { $_.AddressFamily } | Sort-Object -Unique) | Should -Be 'IPv6'
        @(Get-WfpBuiltinCallout -Layer ALE_AUTH_CONNECT_V4 | ForEach-Object { $_.Layer } | Sort-Object -Unique) |
            Should -Be 'FWPM_LAYER_ALE_AUTH_CONNECT_V4'
        @(Get-WfpBuiltinCallout -Since NTDDI_WIN7).Count | Should -BeLessThan 51
        Get-WfpBuiltinCallout -Since 'Windows 8' | Where-Object { $_.Since.Ntddi -in 'NTDDI_WIN6', 'NTDDI_WIN7' } | Should -BeNullOrEmpty
    }

    It 'gives nothing, and no error, for a wildcard that matches nothing or a name that an option keeps away' {
        Get-WfpBuiltinCallout 'no*such' -ErrorVariable problems | Should -BeNullOrEmpty
        $problems | Should -BeNullOrEmpty
        Get-WfpBuiltinCallout TEREDO_ALE_LISTEN_V6 -AddressFamily IPv4 -ErrorVariable problems | Should -BeNullOrEmpty
        $problems | Should -BeNullOrEmpty
    }

    It 'gives nothing for no input' {
        @() | Get-WfpBuiltinCallout | Should -BeNullOrEmpty
    }

    Context 'when a name is not known' {
        It 'writes one NotFound error with the nearest name, and goes on' {
            $found = @(Get-WfpBuiltinCallout TEREDO_ALE_LISTEN_V5, TEREDO_ALE_LISTEN_V6 -ErrorAction SilentlyContinue -ErrorVariable problems)
            $found | Should -HaveCount 1
            $problems | Should -HaveCount 1
            $problems[0].FullyQualifiedErrorId | Should -BeExactly 'NotFound,Get-WfpBuiltinCallout'
            $problems[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
            $problems[0].TargetObject | Should -BeExactly 'TEREDO_ALE_LISTEN_V5'
            $problems[0].ErrorDetails.RecommendedAction | Should -Match 'FWPM_CALLOUT_TEREDO_ALE_LISTEN_V6'
        }

        It 'counts a layer, a null and an empty name as unknown' {
            Get-WfpBuiltinCallout 'ALE_AUTH_CONNECT_V4', $null, '' -ErrorAction SilentlyContinue -ErrorVariable problems
            $problems | Should -HaveCount 3
        }

        It 'recommends -Guid for <Case>' -ForEach @(
            @{
                Case     = 'a GUID'
                Name     = '{eda08606-2494-4d78-89bc-67837c03b969}'
                Expected = 'use -Guid in place of -Name for a GUID; this one is FWPM_CALLOUT_WFP_TRANSPORT_LAYER_V4_SILENT_DROP ' +
                    '(eda08606-2494-4d78-89bc-67837c03b969)'
            }
            @{
                Case     = 'the bytes of a GUID'
                Name     = 'hex:06,86,a0,ed,94,24,78,4d,89,bc,67,83,7c,03,b9,69'
                Expected = 'use -Guid in place of -Name for a GUID; this one is FWPM_CALLOUT_WFP_TRANSPORT_LAYER_V4_SILENT_DROP ' +
                    '(eda08606-2494-4d78-89bc-67837c03b969)'
            }
            @{
                Case     = 'a GUID with one wrong digit'
                Name     = 'EDA08606-2494-4D78-89BC-67837C03B968'
                Expected = 'use -Guid in place of -Name for a GUID; did you mean FWPM_CALLOUT_WFP_TRANSPORT_LAYER_V4_SILENT_DROP ' +
                    '(eda08606-2494-4d78-89bc-67837c03b969)?'
            }
            @{
                Case     = 'a GUID that nobody knows'
                Name     = '11111111-1111-4111-8111-111111111112'
                Expected = 'use -Guid in place of -Name for a GUID'
            }
        ) {
            Get-WfpBuiltinCallout $Name -ErrorAction SilentlyContinue -ErrorVariable problems
            $problems | Should -HaveCount 1
            $problems[0].FullyQualifiedErrorId | Should -BeExactly 'NotFound,Get-WfpBuiltinCallout'
            $problems[0].TargetObject | Should -BeExactly $Name
            $problems[0].ErrorDetails.RecommendedAction | Should -BeExactly $Expected
        }

        It 'says that a callout is known but not built in' {
            $others = Resolve-WfpGuid * -Kind callout | Where-Object { -not $_.Builtin -and $_.Name -match '^[A-Za-z ]+$' }
            $other = @($others | Group-Object -Property Name | Where-Object { $_.Count -eq 1 })[0].Group[0]
            foreach ($with in @{ Name = $other.Name }, @{ Guid = $other.Guid }) {
                Get-WfpBuiltinCallout @with -ErrorAction SilentlyContinue -ErrorVariable problems
                $problems | Should -HaveCount 1
                $problems[0].FullyQualifiedErrorId | Should -BeExactly 'NotFound,Get-WfpBuiltinCallout'
                $problems[0].ErrorDetails.RecommendedAction |
                    Should -BeExactly "$($other.Name) ($($other.Guid)) is known, but not built in: Resolve-WfpGuid gets it"
            }
        }

        It 'writes one NotFound error for a GUID' {
            Get-WfpBuiltinCallout -Guid ([guid]::Empty) -ErrorAction SilentlyContinue -ErrorVariable problems
            $problems | Should -HaveCount 1
            $problems[0].FullyQualifiedErrorId | Should -BeExactly 'NotFound,Get-WfpBuiltinCallout'
            $problems[0].TargetObject | Should -Be ([guid]::Empty)
        }

        It 'writes one NotFound error for a <Parameter>' -ForEach @(
            @{ Parameter = 'Layer'; Message = 'Cannot use -Layer "nope": no layer has this name or GUID' }
            @{ Parameter = 'Since'; Message = 'Cannot use -Since "nope": no Windows has that name' }
        ) {
            $with = @{ $Parameter = 'nope' }
            Get-WfpBuiltinCallout @with -ErrorAction SilentlyContinue -ErrorVariable problems
            $problems | Should -HaveCount 1
            $problems[0].FullyQualifiedErrorId | Should -BeExactly 'NotFound,Get-WfpBuiltinCallout'
            $problems[0].Exception.Message | Should -BeExactly $Message
            $problems[0].TargetObject | Should -BeExactly 'nope'
        }
    }
}
