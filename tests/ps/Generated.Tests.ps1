# What the executable writes for PowerShell, read by PowerShell's own parser.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'ModuleUnderTest.psm1') -Force
    Import-TestModule
    Set-StrictMode -Version Latest

    # The executable that is beside the module.
    $program = [System.IO.Directory]::GetFiles((Join-Path (Get-TestModulePath) 'bin'), 'wfpcallout*', 'AllDirectories')[0]

    # The errors of PowerShell's parser.
    function Get-ParseError {
        param([string]$Text)

        $tokens = $null
        $errors = $null
        $null = [System.Management.Automation.Language.Parser]::ParseInput($Text, [ref]$tokens, [ref]$errors)
        @($errors | ForEach-Object { "line $($_.Extent.StartLineNumber): $($_.Message)" })
    }
}

Describe 'wfpcallout generate --language powershell' {
    It 'gives back the GUID of every <Kind>' -ForEach @(
        @{ Kind = 'callout'; Count = 57 }
        @{ Kind = 'layer'; Count = 107 }
        @{ Kind = 'sublayer'; Count = 19 }
        @{ Kind = 'condition'; Count = 162 }
        @{ Kind = 'provider'; Count = 9 }
    ) {
        $text = (& $program generate --language powershell --kind $Kind) -join "`n"
        Get-ParseError $text | Should -BeNullOrEmpty
        $table = & ([scriptblock]::Create($text))
        $table | Should -BeOfType [System.Collections.IDictionary]
        $table.Count | Should -Be $Count
        $names = @($table.Keys)
        $answers = @(& $program resolve --kind $Kind --jsonl @names | ForEach-Object { ConvertFrom-Json -InputObject $_ })
        $answers | Should -HaveCount $Count
        foreach ($answer in $answers) { [guid]$table[$answer.input] | Should -Be ([guid]$answer.matches[0].guid) }
    }
}

Describe 'wfpcallout completions powershell' {
    BeforeAll {
        $script = (& $program completions powershell) -join "`n"

        # What the script completes a command line to, in a session where it was run.
        function Get-ToolCompletion {
            param([string]$Line)

            . ([scriptblock]::Create($script))
            # Without a program of this name PowerShell takes it for Get-WfpCallout.
            $before = $env:PATH
            $env:PATH = [System.IO.Path]::GetDirectoryName($program) + [System.IO.Path]::PathSeparator + $before
            try { $answer = [System.Management.Automation.CommandCompletion]::CompleteInput($Line, $Line.Length, $null) }
            finally { $env:PATH = $before }
            @($answer.CompletionMatches | ForEach-Object { $_.CompletionText })
        }
    }

    It 'is a script without errors' {
        Get-ParseError $script | Should -BeNullOrEmpty
    }

    It 'completes <Line>' -ForEach @(
        @{ Line = 'wfpcallout res'; Expected = @('resolve') }
        @{ Line = 'wfpcallout audit --sev'; Expected = @('--severity') }
        @{ Line = 'wfpcallout audit --severity w'; Expected = @('warning') }
        @{ Line = 'wfpcallout list --kind sub'; Expected = @('sublayer') }
        @{ Line = 'wfpcallout resolve tcp_templates_con'; Expected = @('TCP_TEMPLATES_CONNECT_LAYER_V4', 'TCP_TEMPLATES_CONNECT_LAYER_V6') }
        @{ Line = 'wfpcallout completions '; Expected = @('bash', 'fish', 'powershell', 'zsh') }
    ) {
        Get-ToolCompletion $Line | Should -Be $Expected
    }
}
