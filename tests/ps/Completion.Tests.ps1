BeforeDiscovery {
    Import-Module (Join-Path $PSScriptRoot 'ModuleUnderTest.psm1') -Force
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'ModuleUnderTest.psm1') -Force
    Import-Module (Join-Path $PSScriptRoot 'Helpers.psm1') -Force
    Import-TestModule
    Set-StrictMode -Version Latest
}

Describe 'completion' {
    It 'offers built-in callouts with their meaning for <Line>' -ForEach @(
        @{ Line = 'Get-WfpBuiltinCallout -Name TEREDO_ALE_L' }
        @{ Line = 'Get-WfpBuiltinCallout FWPM_CALLOUT_TEREDO_ALE_L' }
        @{ Line = 'Get-WfpCallout -Name teredo_ale_l' }
        @{ Line = 'Get-WfpCalloutFilter -Callout REDO_ALE_L' }
        @{ Line = 'Resolve-WfpGuid TEREDO_ALE_L' }
    ) {
        $offers = @(Get-Completion $Line)
        @($offers.CompletionText) | Should -Contain 'FWPM_CALLOUT_TEREDO_ALE_LISTEN_V6'
        foreach ($offer in $offers) { $offer.ToolTip | Should -Not -BeNullOrEmpty }
    }

    It 'offers all names without a word' {
        @(Get-Completion 'Get-WfpBuiltinCallout -Name ').Count | Should -BeGreaterThan 50
    }

    It 'offers what begins with the word before what has it inside' {
        @(Get-Completion 'Get-WfpBuiltinCallout IPSEC_A')[0].CompletionText | Should -BeLike 'FWPM_CALLOUT_IPSEC_A*'
    }

    It 'offers what a wildcard matches' {
        @(Get-Completion 'Get-WfpBuiltinCallout TER*LIST').CompletionText | Should -Be 'FWPM_CALLOUT_TEREDO_ALE_LISTEN_V6'
        @(Get-Completion 'Get-WfpBuiltinCallout -Name *EDO_ALE_L').CompletionText | Should -Be 'FWPM_CALLOUT_TEREDO_ALE_LISTEN_V6'
        Get-Completion 'Get-WfpBuiltinCallout TEREDO_ALE_LISTEN_V[' | Should -BeNullOrEmpty
    }

    It 'quotes a name with blanks' {
        @(Get-Completion "Get-WfpCallout 'Datagram-Data Proxy F").CompletionText | Should -Contain "'Datagram-Data Proxy Flow-Established Callout'"
    }

    It 'offers <Expected> for <Line>' -ForEach @(
        @{ Line = 'Get-WfpCallout -Layer AUTH_CONNECT_V4'; Expected = 'FWPM_LAYER_ALE_AUTH_CONNECT_V4' }
        @{ Line = 'Get-WfpBuiltinCallout -Layer FWPM_LAYER_ALE_AUTH_C'; Expected = 'FWPM_LAYER_ALE_AUTH_CONNECT_V4' }
        @{ Line = 'Get-WfpCallout -Provider IKE'; Expected = 'FWPM_PROVIDER_IKEEXT' }
        @{ Line = 'Resolve-WfpGuid FWPM_LAYER_ALE_AUTH_C'; Expected = 'FWPM_LAYER_ALE_AUTH_CONNECT_V4' }
        @{ Line = 'Resolve-WfpGuid -InputObject FWPM_CONDITION_IP_REMOTE_P'; Expected = 'FWPM_CONDITION_IP_REMOTE_PORT' }
        @{ Line = 'Resolve-WfpGuid -Kind layer ALE_AUTH_C'; Expected = 'FWPM_LAYER_ALE_AUTH_CONNECT_V4' }
        @{ Line = 'Resolve-WfpGuid -Kind keying-module I'; Expected = 'FWPM_KEYING_MODULE_IKE' }
        @{ Line = 'Test-WfpCallout -Kind layer ALE_AUTH_C'; Expected = 'FWPM_LAYER_ALE_AUTH_CONNECT_V4' }
        @{ Line = 'Test-WfpCallout TEREDO_ALE_L'; Expected = 'FWPM_CALLOUT_TEREDO_ALE_LISTEN_V6' }
        @{ Line = 'Get-WfpBuiltinCallout -Since '; Expected = 'NTDDI_WIN8' }
        @{ Line = 'Get-WfpBuiltinCallout -AddressFamily '; Expected = 'IPv6' }
        @{ Line = 'Resolve-WfpGuid -Kind '; Expected = 'keying_module' }
        @{ Line = 'Test-WfpCallout -Kind la'; Expected = 'layer' }
        @{ Line = 'Add-WfpGuidName -Kind '; Expected = 'callout' }
        @{ Line = 'Add-WfpGuidName -Style '; Expected = 'comment' }
        @{ Line = 'Get-WfpCalloutFinding -Severity '; Expected = 'warning' }
        @{ Line = 'Get-WfpCalloutFinding -Ignore '; Expected = 'orphan' }
    ) {
        @(Get-Completion $Line).CompletionText | Should -Contain $Expected
    }

    It 'offers all kinds that a name may be of' {
        $offers = @(Get-Completion 'Resolve-WfpGuid IKE').CompletionText
        foreach ($name in 'FWPM_KEYING_MODULE_IKE', 'FWPM_PROVIDER_IKEEXT', 'FWPM_LAYER_IKEEXT_V4') { $offers | Should -Contain $name }
        Get-Completion 'Test-WfpCallout IKEEXT' | Should -BeNullOrEmpty
    }

    It 'starts the executable once a session' -Skip:(Test-Windows) {
        $log = Join-Path $TestDrive 'starts.log'
        $copy = Copy-TestModule -Folder $TestDrive -Script "echo `"`$@`" >> '$log'`nexec '{0}' `"`$@`""
        Import-TestModule $copy
        $lines = @(
            'Resolve-WfpGuid T', 'Resolve-WfpGuid FWPM_CONDITION_I', 'Resolve-WfpGuid -Kind ', 'Get-WfpBuiltinCallout I',
            'Get-WfpBuiltinCallout -Since ', 'Get-WfpCallout -Layer A', 'Get-WfpCallout -Provider I', 'Test-WfpCallout T'
        )
        foreach ($line in $lines) { @(Get-Completion $line).Count | Should -BeGreaterThan 0 }
        @(Get-Content $log) | Should -Be 'resolve --jsonl -- *'
    }

    It 'is silent where the executable is missing' {
        Import-TestModule (Copy-TestModule -Folder (Join-Path $TestDrive 'missing'))
        $offers = @(Get-Completion 'Get-WfpBuiltinCallout -Name FWPM_')
        $offers | Where-Object { $_.CompletionText -like 'FWPM_*' } | Should -BeNullOrEmpty
    }
}
