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

Describe 'the format file' {
    BeforeAll {
        $format = [xml][System.IO.File]::ReadAllText((Join-Path (Get-TestModulePath) 'WfpCallout.Format.ps1xml'))
        $views = $format.Configuration.ViewDefinitions.ChildNodes
        $tables = @($views | Where-Object { $_['TableControl'] } | ForEach-Object { $_.SelectNodes('ViewSelectedBy/TypeName') } | ForEach-Object { $_.InnerText })
        $lists = @($views | Where-Object { $_['ListControl'] } | ForEach-Object { $_.SelectNodes('ViewSelectedBy/TypeName') } | ForEach-Object { $_.InnerText })
    }

    It 'has a table and a list for each type' {
        $tables.Count | Should -BeGreaterThan 20
        @($tables | Sort-Object) | Should -Be @($lists | Sort-Object)
        @($tables | Sort-Object -Unique).Count | Should -Be $tables.Count
    }

    It 'has views for each type that the module makes' {
        foreach ($type in InModuleScope WfpCallout { $script:WfpShape.Keys }) { $tables | Should -Contain $type }
        foreach ($type in InModuleScope WfpCallout { $script:WfpShape.Values.Values } | Where-Object { $_ -like 'WfpCallout.*' }) {
            $tables | Should -Contain $type
        }
    }

    It 'has code that can be parsed' {
        foreach ($node in $format.SelectNodes('//ScriptBlock')) {
            $errors = $null
            $null = [System.Management.Automation.Language.Parser]::ParseInput($node.InnerText, [ref]$null, [ref]$errors)
            $errors | Should -BeNullOrEmpty
        }
    }
}

Describe 'the default view' {
    It 'of callouts is a table with name, layer, owner and registered first' {
        $text = Get-WfpCallout -Path $state | Get-DefaultViewText -Width 160
        $text | Should -BeExactly (@(
                'Name                         Layer               Owner       Registered Guid'
                '----                         -----               -----       ---------- ----'
                'IPSEC_ALE_CONNECT_V4         ALE_AUTH_CONNECT_V4 Windows     True       6ac141fc-f75d-4203-b9c8-48e6149c2712'
                'TCP_CHIMNEY_CONNECT_LAYER_V4 ALE_AUTH_CONNECT_V4 Windows     False      f3e10ab3-2c25-4279-ac36-c30fc181bec4'
                'Contoso connect              ALE_AUTH_CONNECT_V4 Contoso VPN True       11111111-1111-4111-8111-111111111111'
            ) -join "`n")
    }

    It 'of layers is a table' {
        Resolve-WfpGuid ALE_AUTH_CONNECT_V4 | Get-DefaultViewText | Should -BeExactly (@(
                'Name                           Mode   RuntimeId Guid'
                '----                           ----   --------- ----'
                'FWPM_LAYER_ALE_AUTH_CONNECT_V4 kernel        48 c38d57d1-05a7-4c33-904f-7fbceee60e82'
            ) -join "`n")
    }

    It 'of filters is a table in order of evaluation' {
        Get-WfpCalloutFilter -Path $state | Get-DefaultViewText | Should -BeExactly (@(
                'Layer               Weight    Action              Callout         Name'
                '-----               ------    ------              -------         ----'
                'ALE_AUTH_CONNECT_V4 65535:200 CALLOUT_TERMINATING Contoso connect Contoso decides'
                'ALE_AUTH_CONNECT_V4 32768:100 CALLOUT_INSPECTION  Contoso connect Contoso watches'
            ) -join "`n")
    }

    It 'of verdicts is a table' {
        Test-WfpCallout ALE_AUTH_CONNECT_V4 -Detailed | Get-DefaultViewText -Width 200 |
            Should -Match 'Input +Valid +Verdict +Match +Detail\n-----.*\nALE_AUTH_CONNECT_V4 +False +other-kind +FWPM_LAYER_ALE_AUTH_CONNECT_V4 '
    }

    It 'of findings is a table' {
        Get-WfpCalloutFinding -Path $state | Get-DefaultViewText | Should -Match 'Severity +Id +Title\n-------- +-- +-----\ninfo +unregistered '
    }

    It 'of events is a table with the same times in every culture' {
        $event5157 = '<Event><System><EventID>5157</EventID><TimeCreated SystemTime="2026-01-02T03:04:05Z"/></System></Event>'
        $culture = [System.Globalization.CultureInfo]::InvariantCulture.Clone()
        $culture.DateTimeFormat.TimeSeparator = '.'
        $before = [System.Globalization.CultureInfo]::CurrentCulture
        try {
            [System.Globalization.CultureInfo]::CurrentCulture = $culture
            $event5157 | ConvertFrom-WfpEvent | Get-DefaultViewText -Width 160 | Should -Match '2026-01-02 03:04:05Z'
        }
        finally { [System.Globalization.CultureInfo]::CurrentCulture = $before }
    }

    It 'of events has the callout without its prefix' {
        $event5447 = '<Event><System><EventID>5447</EventID></System><EventData>' +
            '<Data Name="CalloutKey">{81a434e7-f60c-4378-bab8-c625a30f0197}</Data></EventData></Event>'
        $event5447 | ConvertFrom-WfpEvent | Get-DefaultViewText -Width 160 | Should -Match ' TEREDO_ALE_LISTEN_V6 '
    }

    It 'shows no control characters of a system' {
        $callout = Get-WfpCallout 'Contoso connect' -Path $state
        $callout.DisplayName = "a$([char]27)[31mb"
        $callout.Name = $null
        $callout | Get-DefaultViewText -Width 160 | Should -Match 'a\?\[31mb'
    }
}

Describe 'the list' {
    It 'of a callout has all of it' {
        $text = (Resolve-WfpGuid TEREDO_ALE_LISTEN_V6 | Format-List | Out-String -Width 120) -replace '\r'
        foreach ($line in @(
                'Name +: FWPM_CALLOUT_TEREDO_ALE_LISTEN_V6'
                'Layer +: FWPM_LAYER_ALE_AUTH_LISTEN_V6'
                'Owner +: Windows \(Microsoft, high: '
                'Guid +: 81a434e7-f60c-4378-bab8-c625a30f0197'
                'Aliases +: FWPM_CALLOUT_EDGE_TRAVERSAL_ALE_LISTEN_V6'
                'Since +: Windows Vista \(NTDDI_WIN6\)'
                'Builtin +: True'
                'Source +: builtin'
                'Reading +: symbol'
                'Input +: TEREDO_ALE_LISTEN_V6'
            )) { $text | Should -Match "(?m)^$line" }
    }

    It 'of a callout has no input where there is none' {
        Get-WfpBuiltinCallout TEREDO_ALE_LISTEN_V6 | Format-List | Out-String | Should -Not -Match '(?m)^Input'
    }

    It 'of an event has what is known of the filter, the process and the user' {
        $event5157 = '<Event><System><EventID>5157</EventID></System><EventData>' +
            '<Data Name="FilterRTID">4711</Data><Data Name="ProcessID">12</Data></EventData></Event>'
        $text = $event5157 | ConvertFrom-WfpEvent | Format-List | Out-String -Width 120
        $text | Should -Match '(?m)^Filter +: 4711\r?$'
        $text | Should -Match '(?m)^Process +: 12 *\r?$'
    }

    It 'of a filter has its conditions in words' {
        $text = Get-WfpCalloutFilter -Path $state | Select-Object -First 1 | Format-List | Out-String -Width 120
        $text | Should -Match 'Conditions +: IP_REMOTE_PORT EQUAL 443; IP_REMOTE_PORT RANGE 80-90'
    }

    It 'of a difference has what became what' {
        $after = Join-Path $TestDrive 'after.xml'
        [System.IO.File]::WriteAllText($after, [System.IO.File]::ReadAllText($state).Replace('Contoso connect', 'Contoso 2'))
        Compare-WfpCallout $state $after | Format-List | Out-String -Width 120 | Should -Match 'displayName: Contoso connect -> Contoso 2'
    }
}
