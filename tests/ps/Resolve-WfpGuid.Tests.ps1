BeforeDiscovery {
    Import-Module (Join-Path $PSScriptRoot 'ModuleUnderTest.psm1') -Force
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'ModuleUnderTest.psm1') -Force
    Import-TestModule
    Set-StrictMode -Version Latest
    $guid = [guid]'5132900d-5e84-4b5f-80e4-01741e81ff10'
    $name = 'FWPM_CALLOUT_IPSEC_INBOUND_TRANSPORT_V4'
}

Describe 'Resolve-WfpGuid' {
    It 'obeys the $ErrorActionPreference of the script that calls it' {
        $script = [scriptblock]::Create('$ErrorActionPreference = $args[0]; "nonsense", "ALE_AUTH_CONNECT_V4" | Resolve-WfpGuid')
        { & $script 'Stop' } | Should -Throw -ErrorId 'NotFound,Resolve-WfpGuid'
        @(& $script 'SilentlyContinue') | Should -HaveCount 1
        $stopped = [scriptblock]::Create('$ErrorActionPreference = "Stop"; "nonsense", "ALE_AUTH_CONNECT_V4" | Resolve-WfpGuid -ErrorAction Ignore')
        @(& $stopped) | Should -HaveCount 1
    }

    It 'gives a typed object for a GUID' {
        $found = @(Resolve-WfpGuid "{$guid}")
        $found | Should -HaveCount 1
        $found[0].PSObject.TypeNames[0] | Should -BeExactly 'WfpCallout.Callout'
        $found[0].Name | Should -BeExactly $name
        $found[0].Guid | Should -BeOfType [guid]
        $found[0].Guid | Should -Be $guid
        $found[0].LayerGuid | Should -BeOfType [guid]
        $found[0].Builtin | Should -BeOfType [bool]
        $found[0].Observed.RuntimeId | Should -BeOfType [uint32]
        $found[0].Observed.PSObject.TypeNames[0] | Should -BeExactly 'WfpCallout.Observation'
        $found[0].Owner.PSObject.TypeNames[0] | Should -BeExactly 'WfpCallout.Owner'
        $found[0].Owners.GetType().Name | Should -BeExactly 'Object[]'
        $found[0].Aliases.GetType().Name | Should -BeExactly 'Object[]'
        $found[0].Registered | Should -BeNullOrEmpty
        $found[0].Input | Should -BeExactly "{$guid}"
        $found[0].Reading | Should -Not -BeNullOrEmpty
    }

    It 'has properties in PascalCase only' {
        foreach ($found in Resolve-WfpGuid $name, 'ALE_AUTH_CONNECT_V4', 'UNIVERSAL', 'IP_REMOTE_PORT', 'IKEEXT') {
            $wrong = $found.PSObject.Properties | Where-Object { $_.Name -cnotmatch '^[A-Z]' }
            $wrong | Should -BeNullOrEmpty
        }
    }

    It 'gives the type of each kind' {
        $kinds = 'ALE_AUTH_CONNECT_V4', 'FWPM_SUBLAYER_UNIVERSAL', 'FWPM_CONDITION_IP_REMOTE_PORT', 'FWPM_PROVIDER_IKEEXT'
        @($kinds | Resolve-WfpGuid | ForEach-Object { $_.PSObject.TypeNames[0] }) |
            Should -Be 'WfpCallout.Layer', 'WfpCallout.Sublayer', 'WfpCallout.Condition', 'WfpCallout.Provider'
    }

    It 'takes <Case>' -ForEach @(
        @{ Case = 'a [guid]'; Value = [guid]'5132900d-5e84-4b5f-80e4-01741e81ff10' }
        @{ Case = 'a name without its prefix'; Value = 'ipsec_inbound_transport_v4' }
        @{ Case = 'an object with a Guid'; Value = [pscustomobject]@{ Guid = '5132900d-5e84-4b5f-80e4-01741e81ff10'; Name = 'x' } }
        @{ Case = 'an object whose Guid is bytes'; Value = [pscustomobject]@{ Guid = ([guid]'5132900d-5e84-4b5f-80e4-01741e81ff10').ToByteArray() } }
        @{ Case = 'an object with a Name'; Value = [pscustomobject]@{ Guid = $null; Name = 'IPSEC_INBOUND_TRANSPORT_V4' } }
        @{ Case = 'digits without dashes'; Value = '5132900D5E844B5F80E401741E81FF10' }
    ) {
        $found = @(Resolve-WfpGuid -InputObject $Value)
        $found | Should -HaveCount 1
        $found[0].Name | Should -BeExactly $name
        @($Value | Resolve-WfpGuid)[0].Name | Should -BeExactly $name
    }

    It 'takes 16 bytes as one item, as an argument and piped' {
        $bytes = $guid.ToByteArray()
        (Resolve-WfpGuid $bytes).Name | Should -BeExactly $name
        (, $bytes | Resolve-WfpGuid).Name | Should -BeExactly $name
        (Resolve-WfpGuid $bytes).Input.GetType().Name | Should -BeExactly 'Byte[]'
        @(Resolve-WfpGuid $bytes, $bytes) | Should -HaveCount 2
    }

    It 'keeps the order of the input' {
        $inputs = 'ALE_AUTH_CONNECT_V4', "$guid", 'ALE_AUTH_CONNECT_V6'
        @($inputs | Resolve-WfpGuid | ForEach-Object { $_.Input }) | Should -Be $inputs
    }

    It 'narrows to a kind' {
        Resolve-WfpGuid 'ALE_AUTH_CONNECT_V4' -Kind layer | Should -HaveCount 1
        Resolve-WfpGuid 'ALE_AUTH_CONNECT_V4' -Kind callout -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        { Resolve-WfpGuid 'x' -Kind nonsense } | Should -Throw -ErrorId 'ParameterArgumentValidationError,Resolve-WfpGuid'
    }

    It 'gives nothing for no input' {
        @() | Resolve-WfpGuid | Should -BeNullOrEmpty
        Resolve-WfpGuid @() | Should -BeNullOrEmpty
    }

    It 'finds what only a source has' {
        $path = Get-TestDataPath 'sources/small-state.xml'
        $found = Resolve-WfpGuid '11111111-1111-4111-8111-111111111111' -Path $path
        $found.DisplayName | Should -BeExactly 'Contoso connect'
        $found.Source | Should -BeExactly ([System.IO.Path]::GetFullPath($path))
        (Resolve-WfpGuid 'Contoso connect' -LiteralPath $path).Guid | Should -Be ([guid]'11111111-1111-4111-8111-111111111111')
    }

    Context 'when something is not found' {
        It 'writes one NotFound error and goes on' {
            $found = @('nonsense_name', "$guid" | Resolve-WfpGuid -ErrorAction SilentlyContinue -ErrorVariable problems)
            $found | Should -HaveCount 1
            $problems | Should -HaveCount 1
            $problems[0].FullyQualifiedErrorId | Should -BeExactly 'NotFound,Resolve-WfpGuid'
            $problems[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
            $problems[0].TargetObject | Should -BeExactly 'nonsense_name'
        }

        It 'recommends the nearest names' {
            Resolve-WfpGuid 'IPSEC_INBOUND_TRANSPORT_V5' -ErrorAction SilentlyContinue -ErrorVariable problems
            $problems[0].ErrorDetails.RecommendedAction | Should -Match "FWPM_CALLOUT_IPSEC_INBOUND_TRANSPORT_V4 \($guid\)"
        }

        It 'counts empty and null as items' {
            $null, '' | Resolve-WfpGuid -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeNullOrEmpty
            $problems | Should -HaveCount 2
        }

        It 'says what an object needs' {
            $object = [pscustomobject]@{ Note = 'neither' }
            $object | Resolve-WfpGuid -ErrorAction SilentlyContinue -ErrorVariable problems
            $problems | Should -HaveCount 1
            $problems[0].TargetObject.Note | Should -BeExactly 'neither'
            $problems[0].ErrorDetails.RecommendedAction | Should -BeExactly 'give a GUID, a name, or an object with a property Guid or Name'
            $object | Get-WfpCalloutFilter -Path (Get-TestDataPath 'sources/small-state.xml') -ErrorAction SilentlyContinue -ErrorVariable problems
            $problems | Should -HaveCount 1
            $problems[0].ErrorDetails.RecommendedAction | Should -BeExactly 'give a GUID, a name, or an object with a property Guid or Name'
        }

        It 'stops at the error where it is asked to' {
            { Resolve-WfpGuid 'nonsense_name' -ErrorAction Stop } | Should -Throw -ErrorId 'NotFound,Resolve-WfpGuid'
        }
    }

    Context 'when a GUID is malformed' {
        It 'writes one Malformed error' {
            '{5132900d-5e84-' | Resolve-WfpGuid -ErrorAction SilentlyContinue -ErrorVariable problems
            $problems | Should -HaveCount 1
            $problems[0].FullyQualifiedErrorId | Should -BeExactly 'Malformed,Resolve-WfpGuid'
            $problems[0].CategoryInfo.Category | Should -Be 'InvalidData'
            $problems[0].TargetObject | Should -BeExactly '{5132900d-5e84-'
        }
    }

    Context 'when the source is not there' {
        It 'writes one FileNotFound error and asks the catalogue' {
            $found = @(Resolve-WfpGuid "$guid" -Path 'no such file.xml' -ErrorAction SilentlyContinue -ErrorVariable problems)
            $found | Should -HaveCount 1
            $problems | Should -HaveCount 1
            $problems[0].FullyQualifiedErrorId | Should -BeExactly 'FileNotFound,Resolve-WfpGuid'
        }

        It 'writes one EngineUnavailable error off Windows' -Skip:(Test-Windows) {
            Resolve-WfpGuid "$guid" -Live -ErrorAction SilentlyContinue -ErrorVariable problems | Out-Null
            $problems | Should -HaveCount 1
            $problems[0].FullyQualifiedErrorId | Should -BeExactly 'EngineUnavailable,Resolve-WfpGuid'
            $problems[0].CategoryInfo.Category | Should -Be 'ResourceUnavailable'
            $problems[0].Exception.Data['ExitCode'] | Should -Be 5
        }
    }

    It 'carries any text to the executable and back' {
        $texts = "a`r`nb", "tab`there", 'quo"te\', ([string][char]0xE4 + [char]0x4E2D), 'C:\Program Files\', '-Kind', '--json'
        $texts | Resolve-WfpGuid -ErrorAction SilentlyContinue -ErrorVariable problems
        @($problems | ForEach-Object { $_.TargetObject }) | Should -Be $texts
    }
}
