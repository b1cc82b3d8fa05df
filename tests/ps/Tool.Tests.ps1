# What the module does with its executable. What a real one does not do is done by shell scripts in its place.

BeforeDiscovery {
    Import-Module (Join-Path $PSScriptRoot 'ModuleUnderTest.psm1') -Force
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'ModuleUnderTest.psm1') -Force
    Import-Module (Join-Path $PSScriptRoot 'Helpers.psm1') -Force
    Import-TestModule
    Set-StrictMode -Version Latest
}

Describe 'the executable' {
    It 'is started once for 10,000 piped items' -Skip:(Test-Windows) {
        $log = Join-Path $TestDrive 'starts.log'
        $copy = Copy-TestModule -Folder (Join-Path $TestDrive 'count') -Script "echo `"`$1`" >> '$log'`nexec '{0}' `"`$@`""
        Import-TestModule $copy
        $answers = @(1..10000 | ForEach-Object { '{5132900d-5e84-4b5f-80e4-01741e81ff10}' } | Test-WfpCallout)
        $answers.Count | Should -Be 10000
        @($answers | Where-Object { -not $_ }) | Should -HaveCount 0
        # The version is asked for once a session.
        @(Get-Content $log) | Should -Be 'version', 'validate'
        $null = Get-WfpBuiltinCallout *
        @(Get-Content $log) | Should -Be 'version', 'validate', 'list'
    }

    It 'gets no variable of Deno or Node, and no colour' -Skip:(Test-Windows) {
        $log = Join-Path $TestDrive 'environment.log'
        $copy = Copy-TestModule -Folder (Join-Path $TestDrive 'env') -Script "env > '$log'`nexec '{0}' `"`$@`""
        Import-TestModule $copy
        $env:DENO_TEST_VARIABLE = 'x'
        $env:NODE_TEST_VARIABLE = 'x'
        try { $null = Test-WfpCallout x }
        finally { $env:DENO_TEST_VARIABLE = $env:NODE_TEST_VARIABLE = $null }
        $lines = Get-Content $log
        $lines | Where-Object { $_ -match '^(DENO|NODE)_' } | Should -BeNullOrEmpty
        $lines | Should -Contain 'NO_COLOR=1'
    }

    # On .NET Framework the writer of standard input puts a mark there itself, if the console's encoding is UTF-8.
    It 'copes with a byte order mark before its input: <Command>' -Skip:(Test-Windows) -ForEach @(
        @{ Command = 'Resolve-WfpGuid'; Property = 'Name'; Inputs = '5132900d-5e84-4b5f-80e4-01741e81ff10', 'x' }
        @{ Command = 'Test-WfpCallout'; Property = ''; Inputs = '5132900d-5e84-4b5f-80e4-01741e81ff10', 'x' }
        @{ Command = 'Add-WfpGuidName'; Property = ''; Inputs = '5132900d-5e84-4b5f-80e4-01741e81ff10', "$([char]0xE9) x", '' }
        @{ Command = 'ConvertFrom-WfpEvent'; Property = 'EventId'; Inputs = '<Event><System><EventID>5157</EventID></System></Event>' }
        @{ Command = 'ConvertFrom-WfpEvent'; Property = 'EventId'; Inputs = '{"EventID":5157,"SourceName":"Microsoft-Windows-Security-Auditing"}' }
        @{ Command = 'Get-WfpCalloutFilter'; Property = 'FilterId'; Inputs = 'Contoso connect' }
    ) {
        $more = @{ ErrorAction = 'SilentlyContinue' }
        if ($Command -eq 'Get-WfpCalloutFilter') { $more.Path = Get-TestDataPath 'sources/small-state.xml' }
        function Get-Answer {
            $Inputs | & $Command @more | ForEach-Object { if ($Property) { $_.$Property } else { $_ } }
        }
        Import-TestModule
        $expected = @(Get-Answer)
        $copy = Copy-TestModule -Folder (Join-Path $TestDrive "mark $Command") -Script "(printf '\357\273\277'; cat) | '{0}' `"`$@`""
        Import-TestModule $copy
        $expected.Count | Should -BeGreaterThan 0
        @(Get-Answer) | Should -BeExactly $expected
    }

    It 'is gone after Select-Object -First' -Skip:(Test-Windows) {
        $log = Join-Path $TestDrive 'first.log'
        $copy = Copy-TestModule -Folder (Join-Path $TestDrive 'first') -Script "echo `$`$ >> '$log'`nexec '{0}' `"`$@`""
        Import-TestModule $copy
        $inputs = 1..20000 | ForEach-Object { '5132900d-5e84-4b5f-80e4-01741e81ff10' }
        @($inputs | Resolve-WfpGuid | Select-Object -First 1) | Should -HaveCount 1
        foreach ($id in Get-Content $log) { [System.IO.Directory]::Exists("/proc/$id") | Should -BeFalse }
    }

    It 'is gone after an error downstream' -Skip:(Test-Windows) {
        $log = Join-Path $TestDrive 'throw.log'
        $copy = Copy-TestModule -Folder (Join-Path $TestDrive 'throw') -Script "echo `$`$ >> '$log'`nexec '{0}' `"`$@`""
        Import-TestModule $copy
        { Get-WfpBuiltinCallout | ForEach-Object { throw 'enough' } } | Should -Throw
        foreach ($id in Get-Content $log) { [System.IO.Directory]::Exists("/proc/$id") | Should -BeFalse }
    }

    It 'is gone, and the loop of the caller ended, after a break: <Code>' -Skip:(Test-Windows) -ForEach @(
        @{ Code = 'Get-WfpBuiltinCallout' }
        @{ Code = 'Get-WfpBuiltinCallout T*' }
        @{ Code = 'Get-WfpBuiltinCallout T*, I*' }
        @{ Code = "'TEREDO_ALE_LISTEN_V6', 'TEREDO_ALE_LISTEN_V6' | Resolve-WfpGuid" }
        @{ Code = "Test-WfpCallout a, b" }
        @{ Code = 'Add-WfpGuidName a, b' }
        @{ Code = 'Get-WfpCallout -Path $path | Get-WfpCalloutFilter' }
    ) {
        $log = Join-Path $TestDrive 'break.log'
        $copy = Copy-TestModule -Folder (Join-Path $TestDrive 'break') -Script "echo `$`$ >> '$log'`nexec '{0}' `"`$@`""
        $path = Get-TestDataPath 'sources/small-state.xml'
        # In a session of its own, since one that hangs has to be given up.
        $shell = New-TestShell
        try {
            $loops = "foreach (`$round in 1, 2) { $Code | ForEach-Object { 'seen'; break }; 'after' }" +
                "foreach (`$round in 1, 2) { $Code | ForEach-Object { 'again'; continue }; 'after' }"
            $call = $shell.AddScript("`$path = '$path'; Import-Module '$copy'; $loops").BeginInvoke()
            $call.AsyncWaitHandle.WaitOne(30000) | Should -BeTrue
            @($shell.EndInvoke($call)) | Should -Be 'seen', 'again', 'again'
        }
        finally { $shell.Dispose() }
        foreach ($id in Get-Content $log) { [System.IO.Directory]::Exists("/proc/$id") | Should -BeFalse }
    }

    It 'is gone soon after Ctrl-C, also while it is silent' -Skip:(Test-Windows) {
        $log = Join-Path $TestDrive 'stop.log'
        $record = '{"input":"x","verdict":"unknown","valid":false,"guid":null,"reading":null,"match":null,"detail":"d","position":null,"error":null}'
        $script = "if [ `"`$1`" = version ]; then exec '{0}' `"`$@`"; fi`necho `$`$ > '$log'`necho '$record'`nexec sleep 600"
        $copy = Copy-TestModule -Folder (Join-Path $TestDrive 'stop') -Script $script
        $stopped = Invoke-StoppedPipeline "Import-Module '$copy'; 'x', 'y' | Test-WfpCallout"
        $stopped.State | Should -BeExactly 'Stopped'
        $stopped.Seconds | Should -BeLessThan 5
        $id = Get-Content $log
        [System.IO.Directory]::Exists("/proc/$id") | Should -BeFalse
    }
}

Describe 'trouble with the executable' {
    BeforeAll {
        # A script that answers the question for the version as the real one does, and then makes trouble.
        function Import-Trouble {
            param([string]$Name, [string]$Trouble)

            $start = "if [ `"`$1`" = version ]; then exec '{0}' `"`$@`"; fi`n"
            Import-TestModule (Copy-TestModule -Folder (Join-Path $TestDrive $Name) -Script ($start + $Trouble))
        }
    }

    It 'is a ToolMissing error where it is not there' {
        $copy = Copy-TestModule -Folder (Join-Path $TestDrive 'missing')
        Import-TestModule $copy
        { Get-WfpBuiltinCallout } | Should -Throw -ErrorId 'ToolMissing,Get-WfpBuiltinCallout'
        try { 'x' | Test-WfpCallout -ErrorAction SilentlyContinue } catch { $problem = $_ }
        $problem.CategoryInfo.Category | Should -Be 'ResourceUnavailable'
        $problem.TargetObject | Should -BeLike (Join-Path $copy 'bin*wfpcallout*')
        $problem.ErrorDetails.RecommendedAction | Should -Match 'Install the module again'
    }

    It 'is a ToolMissing error where it cannot be started' -Skip:(Test-Windows) {
        $copy = Copy-TestModule -Folder (Join-Path $TestDrive 'format') -Script 'exit 0'
        $program = [System.IO.Directory]::GetFiles((Join-Path $copy 'bin'), '*', 'AllDirectories')[0]
        [System.IO.File]::WriteAllBytes($program, [byte[]](0x7F, 0x45, 0x4C, 0x46))
        Import-TestModule $copy
        { Get-WfpBuiltinCallout } | Should -Throw -ErrorId 'ToolMissing,Get-WfpBuiltinCallout'
    }

    It 'is a ToolVersion error where its version is another' -Skip:(Test-Windows) {
        $answer = '{"name":"wfpcallout","version":"9.9.9","schemaVersion":1}'
        Import-TestModule (Copy-TestModule -Folder (Join-Path $TestDrive 'version') -Script "echo '$answer'")
        { Resolve-WfpGuid x } | Should -Throw -ErrorId 'ToolVersion,Resolve-WfpGuid'
        try { Resolve-WfpGuid x } catch { $problem = $_ }
        $problem.CategoryInfo.Category | Should -Be 'InvalidOperation'
        $problem.Exception.Message | Should -Match '9\.9\.9'
    }

    It 'is a ToolDefect error where it <Case>' -Skip:(Test-Windows) -ForEach @(
        @{ Case = 'ends with 70'; Trouble = "echo '{`"error`":{`"code`":`"defect`",`"message`":`"m`",`"hint`":null,`"exitCode`":70,`"details`":{}}}' >&2; exit 70" }
        @{ Case = 'is killed'; Trouble = 'kill -9 $$' }
        @{ Case = 'writes no JSON'; Trouble = 'echo nonsense' }
        @{ Case = 'says nothing of why it failed'; Trouble = 'exit 3' }
    ) {
        Import-Trouble ($Case -replace ' ', '') $Trouble
        { Get-WfpBuiltinCallout } | Should -Throw -ErrorId 'ToolDefect,Get-WfpBuiltinCallout'
        try { Get-WfpBuiltinCallout } catch { $problem = $_ }
        $problem.CategoryInfo.Category | Should -Be 'InvalidResult'
    }

    It 'names the exit code alone where the executable says nothing' -Skip:(Test-Windows) {
        Import-Trouble 'silent' 'exit 3'
        { Get-WfpBuiltinCallout } | Should -Throw -ExpectedMessage 'The executable of the module WfpCallout ended with exit code 3'
    }

    It 'is an AccessDenied error that says what to do' -Skip:(Test-Windows) {
        $said = '{"error":{"code":"accessDenied","message":"Cannot open the filter engine: access is denied (ERROR_ACCESS_DENIED, 5)",' +
            '"hint":"run the command in a terminal started as administrator","exitCode":4,"details":{}}}'
        Import-Trouble 'denied' "echo '$said' >&2; exit 4"
        Get-WfpCallout nothing -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems | Should -HaveCount 1
        $problems[0].FullyQualifiedErrorId | Should -BeExactly 'AccessDenied,Get-WfpCallout'
        $problems[0].CategoryInfo.Category | Should -Be 'PermissionDenied'
        $problems[0].ErrorDetails.RecommendedAction | Should -Match 'administrator'
    }

    It 'is a warning where it warns' -Skip:(Test-Windows) {
        $said = '{"warning":{"code":"source","message":"The list may be incomplete","hint":null,"details":{}}}'
        Import-Trouble 'warning' "echo '$said' >&2"
        Get-WfpCallout -WarningAction SilentlyContinue -WarningVariable warnings | Should -BeNullOrEmpty
        "$warnings" | Should -BeExactly 'The list may be incomplete'
    }
}

Describe 'the constrained language mode' {
    It 'is a ConstrainedLanguage error' {
        $shell = New-TestShell
        try {
            $script = "`$ExecutionContext.SessionState.LanguageMode = 'ConstrainedLanguage'; Import-Module '$(Get-TestModulePath)'; Get-WfpBuiltinCallout"
            try { $null = $shell.AddScript($script).Invoke() } catch { $problem = $_.Exception.InnerException.ErrorRecord }
            $problem.FullyQualifiedErrorId | Should -BeLike 'ConstrainedLanguage*'
            $problem.Exception.Message | Should -Match 'constrained language'
        }
        finally { $shell.Dispose() }
    }
}

Describe 'private parts' {
    It 'quotes <Text> as CommandLineToArgvW reads it' -ForEach @(
        @{ Text = 'plain'; Expected = 'plain' }
        @{ Text = ''; Expected = '""' }
        @{ Text = 'a b'; Expected = '"a b"' }
        @{ Text = 'a"b'; Expected = '"a\"b"' }
        @{ Text = 'a\"b'; Expected = '"a\\\"b"' }
        @{ Text = 'C:\my dir\'; Expected = '"C:\my dir\\"' }
        @{ Text = 'C:\dir\x'; Expected = '"C:\dir\x"' }
    ) {
        InModuleScope WfpCallout -Parameters @{ Text = $Text } { ConvertTo-WfpArgument -ArgumentList $Text } | Should -BeExactly $Expected
    }

    It 'looks for <System>-<Architecture> in <Expected>' -ForEach @(
        @{ System = 'win'; Architecture = 'x64'; Expected = @('win-x64') }
        @{ System = 'win'; Architecture = 'arm64'; Expected = @('win-arm64', 'win-x64') }
        @{ System = 'linux'; Architecture = 'arm64'; Expected = @('linux-arm64') }
        @{ System = 'osx'; Architecture = 'x64'; Expected = @('osx-x64') }
    ) {
        $folders = InModuleScope WfpCallout -Parameters @{ System = $System; Architecture = $Architecture } {
            Get-WfpToolFolder -System $System -Architecture $Architecture
        }
        @($folders) | Should -Be $Expected
    }

    It 'keeps strings that look like dates strings' {
        $json = '{"name":"2024-05-06T07:08:09Z","list":["/Date(0)/","x"],"time":"2024-05-06T07:08:09Z","quote":"a\"2024-05-06T07:08:09"}'
        $record = InModuleScope WfpCallout -Parameters @{ Json = $json } { ConvertFrom-WfpJson -Cmdlet $null -Text $Json -Key @{} }
        $record.Name | Should -BeExactly '2024-05-06T07:08:09Z'
        $record.List | Should -Be '/Date(0)/', 'x'
        $record.Quote | Should -BeExactly 'a"2024-05-06T07:08:09'
    }
}
