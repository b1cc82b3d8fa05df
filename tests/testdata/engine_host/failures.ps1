# Tests that must not pass, and what must not leak from one to the next. The exact report is asserted in engine_host_test.ts.

$onlyInDiscovery = 'seen'

Describe 'reports' {
    BeforeAll { $each = 'x' }

    It 'a wrong value, with its reason' { 'a' | Should -Be 'b' -Because 'they are one' }
    It 'a wrong array' { 1, 2 | Should -Be 1, 3 }
    It 'an unknown operator' { 1 | Should -BeFrobnicated 1 }
    It 'no operator' { 1 | Should }
    It 'two operators' { 1 | Should -Be 1 -BeExactly 1 }
    It 'an operator without its value' { 1 | Should -Be }
    It 'a value that the operator does not take' { $true | Should -BeTrue 1 }
    It 'an unknown command' { Get-Frobnication }
    It 'a throw in a function' {
        function Stop-Here {
            throw 'stopped here'
        }
        Stop-Here
    }
    It 'the title of data <Name>: <_.Value>' -ForEach @{ Name = 'one'; Value = 1 }, @{ Name = 'two'; Value = 2 } {
        $Value | Should -Be 1
    }
    It 'a variable of the discovery' { $onlyInDiscovery | Should -Be 'seen' }
    It 'passes and keeps its variable to itself' { $own = 1; $own | Should -Be 1 }
    It 'a variable of another test' { $own | Should -Be 1 }
    It 'left out' -Skip { throw 'ran' }
    It 'left out while it runs' { Set-ItResult -Skipped -Because 'not here' }

    Context 'a block whose set-up fails' {
        BeforeAll { throw 'no set-up' }
        It 'one' { 1 | Should -Be 1 }
        It 'two' { 1 | Should -Be 1 }
    }

    Context 'a block whose tear-down fails' {
        AfterAll { throw 'no tear-down' }
        It 'passes all the same' { $each | Should -Be 'x' }
    }

    Context 'a tear-down of each test' {
        AfterEach { throw 'not cleared away' }
        It 'fails the test' { 1 | Should -Be 1 }
    }

    It 'a block inside a test' { Describe 'inner' { It 'x' { } } }
}
