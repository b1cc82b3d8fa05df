# PSScriptAnalyzer's own rules, where it is installed.

BeforeDiscovery {
    $analyzer = Get-Module -ListAvailable -Name PSScriptAnalyzer | Where-Object { $_.Version -ge [version]'1.20' }
}

Describe 'PSScriptAnalyzer' -Skip:($null -eq $analyzer) {
    BeforeAll {
        Import-Module PSScriptAnalyzer -MinimumVersion 1.20
        $source = [System.IO.Path]::GetFullPath([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'ps'))
        $settings = @{
            IncludeDefaultRules = $true
            Rules               = @{ PSUseCompatibleSyntax = @{ Enable = $true; TargetVersions = @('5.1', '7.0') } }
        }
    }

    It 'finds nothing in the source of the module' {
        $found = Invoke-ScriptAnalyzer -Path $source -Recurse -Settings $settings
        @($found | ForEach-Object { '{0}:{1} {2}' -f $_.ScriptName, $_.Line, $_.RuleName }) | Should -BeNullOrEmpty
    }
}
