BeforeDiscovery {
    Import-Module (Join-Path $PSScriptRoot 'ModuleUnderTest.psm1') -Force
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'ModuleUnderTest.psm1') -Force
    Import-Module (Join-Path $PSScriptRoot 'Helpers.psm1') -Force
    Import-TestModule
    Set-StrictMode -Version Latest
    $guid = '5132900d-5e84-4b5f-80e4-01741e81ff10'
}

Describe 'Test-WfpCallout' {
    It 'says <Expected> for <Text>' -ForEach @(
        @{ Text = '{5132900d-5e84-4b5f-80e4-01741e81ff10}'; Expected = $true }
        @{ Text = 'ipsec_inbound_transport_v4'; Expected = $true }
        @{ Text = 'ALE_AUTH_CONNECT_V4'; Expected = $false }
        @{ Text = '5132900d-5e84-4b5f-80e4-01741e81ff11'; Expected = $false }
        @{ Text = '{5132900d'; Expected = $false }
        @{ Text = ''; Expected = $false }
        @{ Text = $null; Expected = $false }
    ) {
        $answer = Test-WfpCallout $Text
        $answer | Should -BeOfType [bool]
        $answer | Should -Be $Expected
    }

    It 'answers each item in order and writes no error' {
        $answers = @("$guid", 'nonsense', $null, '{1', [guid]$guid | Test-WfpCallout -ErrorVariable problems)
        $answers | Should -Be $true, $false, $false, $false, $true
        $problems | Should -BeNullOrEmpty
    }

    It 'expects another kind' {
        'ALE_AUTH_CONNECT_V4', 'IPSEC_INBOUND_TRANSPORT_V4' | Test-WfpCallout -Kind layer | Should -Be $true, $false
    }

    It 'takes the 16 bytes of a GUID' {
        Test-WfpCallout ([guid]$guid).ToByteArray() | Should -BeTrue
    }

    It 'gives the verdict <Verdict> for <Text>' -ForEach @(
        @{ Text = '5132900d-5e84-4b5f-80e4-01741e81ff10'; Verdict = 'builtin'; Match = 'FWPM_CALLOUT_IPSEC_INBOUND_TRANSPORT_V4' }
        @{ Text = 'ALE_AUTH_CONNECT_V4'; Verdict = 'other-kind'; Match = 'FWPM_LAYER_ALE_AUTH_CONNECT_V4' }
        @{ Text = '0d903251-845e-5f4b-80e4-01741e81ff10'; Verdict = 'byte-swapped'; Match = 'FWPM_CALLOUT_IPSEC_INBOUND_TRANSPORT_V4' }
        @{ Text = '5132900d-5e84-4b5f-80e4-01741e81ff11'; Verdict = 'near-miss'; Match = 'FWPM_CALLOUT_IPSEC_INBOUND_TRANSPORT_V4' }
    ) {
        $found = Test-WfpCallout $Text -Detailed
        $found.PSObject.TypeNames[0] | Should -BeExactly 'WfpCallout.Verdict'
        $found.Verdict | Should -BeExactly $Verdict
        $found.Valid | Should -Be ($Verdict -eq 'builtin')
        $found.Input | Should -BeExactly $Text
        $found.Match.Name | Should -BeExactly $Match
        $found.Match.PSObject.TypeNames[0] | Should -BeLike 'WfpCallout.*'
        $found.Match.Guid | Should -BeOfType [guid]
        $found.Detail | Should -Not -BeNullOrEmpty
        $found.Error | Should -BeNullOrEmpty
    }

    It 'keeps the object that was piped' {
        $item = [pscustomobject]@{ Guid = $guid }
        ($item | Test-WfpCallout -Detailed).Input.Guid | Should -BeExactly $guid
    }

    It 'gives nothing for no input' {
        @() | Test-WfpCallout | Should -BeNullOrEmpty
    }
}
