# What holds for the module as a whole and for each of its commands.

BeforeDiscovery {
    Import-Module (Join-Path $PSScriptRoot 'ModuleUnderTest.psm1') -Force
    Import-TestModule
    $commands = @(Get-Command -Module WfpCallout | ForEach-Object { @{ Name = $_.Name } })
    $common = [System.Management.Automation.PSCmdlet]::CommonParameters + [System.Management.Automation.PSCmdlet]::OptionalCommonParameters
    $parameters = foreach ($command in Get-Command -Module WfpCallout) {
        foreach ($name in $command.Parameters.Keys) {
            if ($name -notin $common) { @{ Command = $command.Name; Name = $name } }
        }
    }
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'ModuleUnderTest.psm1') -Force
    Import-TestModule
    $module = Get-Module WfpCallout
    $folder = Get-TestModulePath
    $repository = [System.IO.Path]::GetFullPath([System.IO.Path]::Combine($PSScriptRoot, '..', '..'))
    $expected = @(
        'Add-WfpGuidName', 'Compare-WfpCallout', 'ConvertFrom-WfpEvent', 'Export-WfpSnapshot', 'Get-WfpBuiltinCallout',
        'Get-WfpCallout', 'Get-WfpCalloutFilter', 'Get-WfpCalloutFinding', 'Resolve-WfpGuid', 'Test-WfpCallout'
    )
}

Describe 'the manifest' {
    BeforeAll {
        $manifest = Test-ModuleManifest ([System.IO.Path]::Combine($folder, 'WfpCallout.psd1'))
    }

    It 'has the version of deno.json' {
        $deno = [System.IO.File]::ReadAllText([System.IO.Path]::Combine($repository, 'deno.json')) | ConvertFrom-Json
        $manifest.Version.ToString() | Should -BeExactly $deno.version
    }

    It 'is for Windows PowerShell 5.1 and PowerShell 7' {
        $manifest.PowerShellVersion.ToString() | Should -BeExactly '5.1'
        $manifest.CompatiblePSEditions | Should -Be 'Desktop', 'Core'
    }

    It 'exports the ten commands and nothing else' {
        @($manifest.ExportedFunctions.Keys | Sort-Object) | Should -Be $expected
        $manifest.ExportedCmdlets.Count | Should -Be 0
        $manifest.ExportedVariables.Count | Should -Be 0
        $manifest.ExportedAliases.Count | Should -Be 0
    }

    It 'exports each command that has a file' {
        $public = [System.IO.Path]::Combine($repository, 'ps', 'WfpCallout', 'Public')
        $files = [System.IO.Directory]::GetFiles($public) | ForEach-Object { [System.IO.Path]::GetFileNameWithoutExtension($_) }
        @($files | Sort-Object) | Should -Be $expected
    }

    It 'has a description, an author, a licence and tags' {
        $manifest.Description | Should -Not -BeNullOrEmpty
        $manifest.Author | Should -Not -BeNullOrEmpty
        $manifest.LicenseUri | Should -Not -BeNullOrEmpty
        $manifest.Tags | Should -Contain 'PSEdition_Desktop'
        $manifest.Tags | Should -Contain 'PSEdition_Core'
    }

    It 'lists files that are there' {
        foreach ($file in $manifest.FileList) { [System.IO.File]::Exists($file) | Should -BeTrue }
    }
}

Describe 'importing' {
    It 'starts no process and takes less than 100 ms' {
        # The shortest of five: what else the machine does is no matter of the module.
        $times = foreach ($round in 1..5) {
            Remove-Module WfpCallout
            $watch = [System.Diagnostics.Stopwatch]::StartNew()
            Import-Module $folder -Global
            $watch.ElapsedMilliseconds
        }
        ($times | Sort-Object)[0] | Should -BeLessThan 100
        InModuleScope WfpCallout { $script:WfpTool } | Should -BeExactly ''
    }
}

Describe '<Name>' -ForEach $commands {
    BeforeAll {
        $command = Get-Command $Name
        $help = Get-Help $Name -Full
    }

    It 'has an approved verb and the prefix' {
        $command.Noun | Should -BeLike 'Wfp*'
        $verbs = [System.Management.Automation.VerbsCommon], [System.Management.Automation.VerbsData], [System.Management.Automation.VerbsDiagnostic]
        @($verbs | ForEach-Object { $_.GetFields() } | ForEach-Object { $_.Name }) | Should -Contain $command.Verb
    }

    It 'is an advanced function that says what it gives' {
        $command.CmdletBinding | Should -BeTrue
        $command.OutputType.Count | Should -BeGreaterThan 0
    }

    It 'has help with synopsis, description, examples, outputs and links' {
        $help.Synopsis | Should -Not -BeNullOrEmpty
        $help.Synopsis | Should -Not -BeLike "*$Name *-*"
        $help.description | Should -Not -BeNullOrEmpty
        $help.returnValues | Should -Not -BeNullOrEmpty
        $help.relatedLinks | Should -Not -BeNullOrEmpty
        @($help.examples.example).Count | Should -BeGreaterThan 1
    }

    It 'has examples each with a sentence' {
        foreach ($example in @($help.examples.example)) {
            $example.code | Should -Not -BeNullOrEmpty
            (@($example.remarks | ForEach-Object { $_.Text }) -join '').Trim() | Should -Match '(?s)^[A-Z].*\.$'
        }
    }
}

Describe 'the help of <Command>' -ForEach $parameters {
    It 'describes -<Name>' {
        $text = (Get-Help $Command -Parameter $Name).description | ForEach-Object { $_.Text }
        ($text -join '').Trim() | Should -Match '(?s)^[A-Z].*\.$'
    }
}

Describe 'a value that a parameter cannot take' {
    It 'is refused with the kinds that there are: <Command> -Kind "<Value>"' -ForEach @(
        @{ Command = 'Add-WfpGuidName'; Value = 'nonsense' }
        @{ Command = 'Resolve-WfpGuid'; Value = 'nonsense' }
        @{ Command = 'Resolve-WfpGuid'; Value = '' }
        @{ Command = 'Test-WfpCallout'; Value = 'layers' }
    ) {
        $problem = $null
        try { & $Command 'x' -Kind $Value } catch { $problem = $_ }
        $problem.FullyQualifiedErrorId | Should -BeExactly "ParameterArgumentValidationError,$Command"
        # What stands before it is in the language of Windows.
        $problem.Exception.Message | Should -BeLike ("*There is no kind `"$Value`": it is one of callout, layer, sublayer, condition, " +
            'provider, keying_module or provider_context.')
    }

    It 'is refused where nothing would mean everything: <Command> -<Name> <Value>' -ForEach @(
        @{ Command = 'Compare-WfpCallout'; Name = 'DifferencePath'; Value = '' }
        @{ Command = 'ConvertFrom-WfpEvent'; Name = 'StatePath'; Value = '' }
        @{ Command = 'Get-WfpBuiltinCallout'; Name = 'Layer'; Value = '' }
        @{ Command = 'Get-WfpBuiltinCallout'; Name = 'Layer'; Value = $null }
        @{ Command = 'Get-WfpBuiltinCallout'; Name = 'Since'; Value = '' }
        @{ Command = 'Get-WfpCallout'; Name = 'Layer'; Value = @('ALE_AUTH_CONNECT_V4', '') }
        @{ Command = 'Get-WfpCallout'; Name = 'Layer'; Value = @() }
        @{ Command = 'Get-WfpCallout'; Name = 'Provider'; Value = '' }
        @{ Command = 'Get-WfpCallout'; Name = 'Provider'; Value = $null }
        @{ Command = 'Get-WfpCalloutFilter'; Name = 'Id'; Value = $null }
        @{ Command = 'Get-WfpCalloutFilter'; Name = 'Id'; Value = @() }
        @{ Command = 'Get-WfpCalloutFinding'; Name = 'BaselinePath'; Value = '' }
        @{ Command = 'Get-WfpCalloutFinding'; Name = 'Ignore'; Value = $null }
    ) {
        $with = @{ $Name = $Value }
        $first = @(if ($Command -match '^Co') { 'x' })
        { & $Command @first @with } | Should -Throw -ErrorId "ParameterArgumentValidationError,$Command"
    }
}

Describe 'about_WfpCallout' {
    It 'is found and names each command' {
        $about = [System.IO.File]::ReadAllText([System.IO.Path]::Combine($folder, 'en-US', 'about_WfpCallout.help.txt'))
        foreach ($name in $expected) { $about | Should -Match $name }
        "$(Get-Help about_WfpCallout)" | Should -Match 'TOPIC'
    }
}
