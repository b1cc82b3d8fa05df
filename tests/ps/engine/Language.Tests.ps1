# The part of Pester's language that our test files use, held to be the same under the engine host and under Pester 5.

BeforeDiscovery {
    $tables = @{ Name = 'one'; Number = 1 }, @{ Name = 'two'; Number = 2 }
    $objects = [pscustomobject]@{ Label = 'x'; Inner = [pscustomobject]@{ Deep = 7 } }
}

BeforeAll {
    $fromFile = 'file'
    $changed = 'by the file'
    function Get-FromFile { 'function of the file' }
}

$seenInDiscoveryOnly = 'discovery'

Describe 'scopes' {
    BeforeAll {
        $fromBlock = 'block'
        $changed = 'by the block'
    }
    BeforeEach { $fromEach = [System.Collections.Generic.List[int]]::new() }

    It 'shows what every block round a test has set' {
        $fromFile | Should -BeExactly 'file'
        $fromBlock | Should -BeExactly 'block'
        $changed | Should -BeExactly 'by the block'
        Get-FromFile | Should -BeExactly 'function of the file'
    }

    It 'shows nothing of the discovery' {
        Test-Path 'variable:seenInDiscoveryOnly' | Should -BeFalse
        Test-Path 'variable:tables' | Should -BeFalse
    }

    It 'lets a test change what it sees for itself only' {
        $fromBlock = 'changed'
        $mine = 1
        $fromEach.Add($mine)
        "$fromBlock $fromEach" | Should -BeExactly 'changed 1'
    }

    It 'starts the next test afresh' {
        $fromBlock | Should -BeExactly 'block'
        Test-Path 'variable:mine' | Should -BeFalse
        $fromEach.Count | Should -Be 0
    }

    It 'knows where its file is' {
        [IO.Path]::GetFileName($PSCommandPath) | Should -BeExactly 'Language.Tests.ps1'
        [IO.Path]::GetFileName($PSScriptRoot) | Should -BeExactly 'engine'
    }

    Context 'an inner block' {
        BeforeAll { $changed = 'by the inner block' }

        It 'has its own set-up over the outer one' {
            $changed | Should -BeExactly 'by the inner block'
            $fromBlock | Should -BeExactly 'block'
        }
    }

    It 'is as before after an inner block' {
        $changed | Should -BeExactly 'by the block'
    }
}

Describe 'order' {
    BeforeAll {
        $log = [System.Collections.Generic.List[string]]::new()
        $log.Add('all')
    }
    BeforeEach { $log.Add('outer before') }
    AfterEach { $log.Add('outer after') }

    Context 'inner' {
        BeforeEach { $log.Add('inner before') }
        AfterEach { $log.Add('inner after') }

        It 'runs set-ups from the outside in' {
            $log | Should -Be 'all', 'outer before', 'inner before'
            $log.Add('test')
        }

        It 'runs tear-downs from the inside out' {
            $log[3..5] | Should -Be 'test', 'inner after', 'outer after'
        }
    }
}

Describe 'data' {
    It 'makes the keys of a table variables: <Name>' -ForEach $tables {
        $Number | Should -Be @{ one = 1; two = 2 }[$Name]
        $_.Name | Should -BeExactly $Name
    }

    It 'binds a param block: <Name>' -TestCases $tables {
        param($Name, $Number)
        $Number | Should -Be @{ one = 1; two = 2 }[$Name]
    }

    It 'gives other values as the current item: <_>' -ForEach 'a', 'b' {
        $_ | Should -BeIn 'a', 'b'
    }

    Context 'of a block: <_.Label> <_.Inner.Deep>' -ForEach $objects {
        BeforeAll { $label = $_.Label }

        It 'is seen in its set-up and its tests' {
            $label | Should -BeExactly 'x'
            $_.Inner.Deep | Should -Be 7
        }

        It 'is hidden by the data of a test: <_>' -ForEach 5 {
            $_ | Should -Be 5
            $label | Should -BeExactly 'x'
        }
    }

    Context 'of a block with keys: <Name>' -ForEach $tables {
        It 'is made of variables in its tests' { $Name | Should -BeIn 'one', 'two' }
    }
}

Describe 'left out' {
    It 'runs nothing of a skipped test' -Skip { throw 'ran' }

    Context 'a skipped block' -Skip {
        BeforeAll { throw 'ran' }
        It 'is not run' { throw 'ran' }
    }
}

Describe 'TestDrive' {
    It 'is an empty folder of its own' {
        [IO.Directory]::GetFileSystemEntries($TestDrive) | Should -HaveCount 0
        [IO.File]::WriteAllText((Join-Path $TestDrive 'a.txt'), 'text')
        Test-Path 'TestDrive:/a.txt' | Should -BeTrue
    }

    Context 'inner' {
        BeforeAll { [IO.File]::WriteAllText((Join-Path $TestDrive 'inner.txt'), 'text') }
        It 'shows what the outer block made' {
            Join-Path $TestDrive 'a.txt' | Should -BeIn ([IO.Directory]::GetFiles($TestDrive))
        }
    }

    It 'has lost what an inner block made' {
        [IO.Directory]::GetFiles($TestDrive) | Should -HaveCount 1
    }
}

Describe 'InModuleScope' {
    BeforeAll {
        New-Module -Name LanguageSample -ScriptBlock {
            $hidden = 'inside'
            function Get-Hidden { $hidden }
            Export-ModuleMember
        } | Import-Module
    }
    AfterAll { Remove-Module LanguageSample }

    It 'sees what the module does not export' {
        InModuleScope LanguageSample { Get-Hidden } | Should -BeExactly 'inside'
    }

    It 'takes parameters' {
        InModuleScope LanguageSample -Parameters @{ Suffix = '!' } { param($Suffix) "$hidden$Suffix" } |
            Should -BeExactly 'inside!'
    }

    It 'makes the parameters variables' {
        InModuleScope LanguageSample -Parameters @{ Suffix = '?' } { "$hidden$Suffix" } | Should -BeExactly 'inside?'
    }
}
