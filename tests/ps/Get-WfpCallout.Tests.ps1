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

Describe 'Get-WfpCallout' {
    It 'gets the callouts of a file' {
        $all = @(Get-WfpCallout -Path $state)
        @($all.DisplayName) | Should -Contain 'Contoso connect'
        $all | Should -HaveCount 3
        $all[0].PSObject.TypeNames[0] | Should -BeExactly 'WfpCallout.Callout'
        $all[0].Name | Should -BeExactly 'FWPM_CALLOUT_IPSEC_ALE_CONNECT_V4'
        $all[0].Registered | Should -BeTrue
        $all[0].RuntimeId | Should -BeOfType [uint32]
        $all[0].RuntimeId | Should -Be 15
        $all[0].Flags | Should -Be 'FWPM_CALLOUT_FLAG_USES_PROVIDER_CONTEXT', 'FWPM_CALLOUT_FLAG_REGISTERED'
        $all[0].Source | Should -BeExactly ([System.IO.Path]::GetFullPath($state))
        $all[2].ProviderGuid | Should -Be ([guid]'99999999-1111-4111-8111-111111111111')
        $all[2].Provider | Should -BeExactly 'Contoso VPN'
    }

    It 'narrows by <Case>' -ForEach @(
        @{ Case = 'third party'; With = @{ ThirdParty = $true }; Names = @('Contoso connect') }
        @{ Case = 'registered'; With = @{ Registered = $true }; Names = @('WFP Built-in IPsec ALE Connect v4 Layer Callout', 'Contoso connect') }
        @{ Case = 'not registered'; With = @{ Registered = $false }; Names = @('WFP Built-in TCP Chimney Offload ALE Connect v4 Layer Callout') }
        @{ Case = 'provider'; With = @{ Provider = 'Contoso*' }; Names = @('Contoso connect') }
        @{ Case = 'name'; With = @{ Name = 'Contoso*' }; Names = @('Contoso connect') }
        @{ Case = 'GUID'; With = @{ Guid = '11111111-1111-4111-8111-111111111111' }; Names = @('Contoso connect') }
        @{ Case = 'a layer without callouts'; With = @{ Layer = 'ALE_AUTH_CONNECT_V6' }; Names = @() }
    ) {
        @(Get-WfpCallout -Path $state @With | ForEach-Object { $_.DisplayName }) | Should -Be $Names
        @(Get-WfpCallout -LiteralPath $state @With | ForEach-Object { $_.DisplayName }) | Should -Be $Names
    }

    It 'takes names from the pipeline, by value and by property name' {
        ('Contoso connect' | Get-WfpCallout -Path $state).RuntimeId | Should -Be 300
        ([pscustomobject]@{ Name = 'IPSEC_ALE_CONNECT_V4' } | Get-WfpCallout -Path $state).RuntimeId | Should -Be 15
    }

    It 'takes paths that are relative, wildcards and of a drive' {
        [System.IO.File]::Copy($state, (Join-Path $TestDrive 'a.xml'))
        Push-Location $TestDrive
        try {
            @(Get-WfpCallout -Path a.xml) | Should -HaveCount 3
            @(Get-WfpCallout -Path '*.xml') | Should -HaveCount 3
            Get-WfpCallout -Path 'no*such.xml' | Should -BeNullOrEmpty
            Get-WfpCallout -Path 'no*such/*.xml' | Should -BeNullOrEmpty
        }
        finally { Pop-Location }
        @(Get-WfpCallout -Path TestDrive:\a.xml) | Should -HaveCount 3
    }

    It 'takes paths of a drive that the script made' {
        $folder = Join-Path $TestDrive 'mine'
        $null = [System.IO.Directory]::CreateDirectory($folder)
        [System.IO.File]::Copy($state, (Join-Path $folder 'b.xml'))
        $session = $ExecutionContext.SessionState
        $drive = [System.Management.Automation.PSDriveInfo]::new('WfpMine', $session.Provider.GetOne('FileSystem'), $folder, '', $null)
        $null = $session.Drive.New($drive, 'Local')
        @(Get-WfpCallout -Path WfpMine:\b.xml) | Should -HaveCount 3
        @(Get-WfpCallout -Path WfpMine:b.xml) | Should -HaveCount 3
        @(Get-WfpCallout -Path 'WfpMine:\*.xml') | Should -HaveCount 3
        @(Get-WfpCallout -LiteralPath WfpMine:\b.xml) | Should -HaveCount 3
    }

    It 'reads several files, and goes on after one that is not there' {
        $found = @(Get-WfpCallout -Path 'no such file.xml', $state -ErrorAction SilentlyContinue -ErrorVariable problems)
        $found | Should -HaveCount 3
        $problems | Should -HaveCount 1
        $problems[0].FullyQualifiedErrorId | Should -BeExactly 'FileNotFound,Get-WfpCallout'
        $problems[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $problems[0].TargetObject | Should -BeExactly 'no such file.xml'
    }

    It 'writes one FileNotFound error for <Path>' -ForEach @(
        @{ Path = 'nowhere:\x.xml' }
        @{ Path = 'nowhere:\*.xml' }
        @{ Path = '1:\x.xml' }
        @{ Path = '1:\*.xml' }
        @{ Path = 'no such folder/*.xml' }
        @{ Path = 'Env:PATH' }
        @{ Path = 'NoSuchProvider::x.xml' }
        @{ Path = '~/no such file.xml' }
    ) {
        @(Get-WfpCallout -Path $Path, $state -ErrorAction SilentlyContinue -ErrorVariable problems) | Should -HaveCount 3
        $problems | Should -HaveCount 1
        $problems[0].FullyQualifiedErrorId | Should -BeExactly 'FileNotFound,Get-WfpCallout'
        $problems[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $problems[0].TargetObject | Should -BeExactly $Path
    }

    It 'takes the path of an item with brackets in its name' {
        $file = Join-Path $TestDrive 'a[1] b.xml'
        [System.IO.File]::Copy($state, $file)
        $psPath = "Microsoft.PowerShell.Core\FileSystem::$file"
        @(Get-WfpCallout -LiteralPath $file) | Should -HaveCount 3
        @(Get-WfpCallout -PSPath $psPath) | Should -HaveCount 3
        @(Get-WfpCallout -Path ([System.Management.Automation.WildcardPattern]::Escape($file))) | Should -HaveCount 3
        @(Get-WfpCallout -Path $file) | Should -HaveCount 0
    }

    It 'says that a name of the catalogue is not in the source' {
        Get-WfpCallout TEREDO_ALE_LISTEN_V6 -Path $state -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems | Should -HaveCount 1
        $problems[0].FullyQualifiedErrorId | Should -BeExactly 'NotFound,Get-WfpCallout'
        $problems[0].TargetObject | Should -BeExactly 'TEREDO_ALE_LISTEN_V6'
        $problems[0].ErrorDetails.RecommendedAction | Should -BeExactly ('FWPM_CALLOUT_TEREDO_ALE_LISTEN_V6 ' +
            '(81a434e7-f60c-4378-bab8-c625a30f0197) is in the catalogue, but not in the source')
    }

    It 'recommends -Path for a file that is given as a name' {
        Push-Location ([System.IO.Path]::GetDirectoryName($state))
        try {
            foreach ($name in $state, 'small-state.xml') {
                Get-WfpCallout $name -Path $state -ErrorAction SilentlyContinue -ErrorVariable problems
                $problems | Should -HaveCount 1
                $problems[0].FullyQualifiedErrorId | Should -BeExactly 'NotFound,Get-WfpCallout'
                $problems[0].ErrorDetails.RecommendedAction | Should -BeExactly 'it is a file: name it with -Path to read it'
                Get-WfpCalloutFilter $name -Path $state -ErrorAction SilentlyContinue -ErrorVariable problems
                $problems | Should -HaveCount 1
                $problems[0].FullyQualifiedErrorId | Should -BeExactly 'NotFound,Get-WfpCalloutFilter'
                $problems[0].ErrorDetails.RecommendedAction | Should -BeExactly 'it is a file: name it with -Path to read it'
            }
        }
        finally { Pop-Location }
    }

    It 'says what the executable can do and the module cannot' {
        $file = Join-Path $TestDrive 'latin1.xml'
        $text = [System.IO.File]::ReadAllText($state).Replace('Contoso VPN', "Contoso $([char]0xE9)")
        [System.IO.File]::WriteAllText($file, $text, [System.Text.Encoding]::GetEncoding(28591))
        @(Get-WfpCallout -Path $file -WarningAction SilentlyContinue -WarningVariable warnings) | Should -HaveCount 3
        @($warnings | ForEach-Object { "$_" }) | Should -BeLike '*; name the encoding with wfpcallout --encoding'
    }

    It 'recommends -Guid for a GUID' {
        $name = '{11111111-1111-4111-8111-111111111111}'
        $name | Get-WfpCallout -Path $state -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems | Should -HaveCount 1
        $problems[0].FullyQualifiedErrorId | Should -BeExactly 'NotFound,Get-WfpCallout'
        $problems[0].TargetObject | Should -BeExactly $name
        $problems[0].ErrorDetails.RecommendedAction | Should -BeExactly ('use -Guid in place of -Name for a GUID; ' +
            'this one is Contoso connect (11111111-1111-4111-8111-111111111111)')
    }

    It 'writes one InputUnreadable error for a file that is no dump' {
        $bad = Join-Path $TestDrive 'bad.xml'
        [System.IO.File]::WriteAllText($bad, 'not a dump')
        Get-WfpCallout 'Contoso connect' -Path $bad -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems | Should -HaveCount 1
        $problems[0].FullyQualifiedErrorId | Should -BeExactly 'InputUnreadable,Get-WfpCallout'
        $problems[0].CategoryInfo.Category | Should -Be 'ReadError'
        $problems[0].TargetObject | Should -BeExactly $bad
    }

    It 'writes one EngineUnavailable error off Windows' -Skip:(Test-Windows) {
        Get-WfpCallout 'x' -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems | Should -HaveCount 1
        $problems[0].FullyQualifiedErrorId | Should -BeExactly 'EngineUnavailable,Get-WfpCallout'
        $problems[0].CategoryInfo.Category | Should -Be 'ResourceUnavailable'
        $problems[0].ErrorDetails.RecommendedAction | Should -BeExactly 'take a snapshot on the Windows machine and read it with -Path'
    }
}
