# What the operators of Should hold to be true, and false: each line passes under the engine host and under Pester 5.

BeforeDiscovery {
    $holds = @(
        @{ Case = 'Be is blind to case'; Script = { 'abc' | Should -Be 'ABC' } }
        @{ Case = 'Be converts'; Script = { '1' | Should -Be 1 } }
        @{ Case = 'Be compares item by item'; Script = { 1, 2 | Should -Be 1, 2 } }
        @{ Case = 'Be goes into inner arrays'; Script = { @(1, @(2, 3)) | Should -Be @(1, @(2, 3)) } }
        @{ Case = 'Be takes nothing for null'; Script = { @() | Should -Be $null } }
        @{ Case = 'Be takes one item for the item'; Script = { , @(5) | Should -Be 5 } }
        @{ Case = 'Not Be'; Script = { 1, 2 | Should -Not -Be 2, 1 } }
        @{ Case = 'BeExactly'; Script = { 'abc' | Should -BeExactly 'abc' } }
        @{ Case = 'Not BeExactly'; Script = { 'abc' | Should -Not -BeExactly 'Abc' } }
        @{ Case = 'BeTrue'; Script = { 'text' | Should -BeTrue } }
        @{ Case = 'BeFalse'; Script = { '' | Should -BeFalse } }
        @{ Case = 'Not BeFalse'; Script = { 1 | Should -Not -BeFalse } }
        @{ Case = 'BeOfType by type'; Script = { 1 | Should -BeOfType ([int]) } }
        @{ Case = 'BeOfType by name in brackets'; Script = { 1 | Should -BeOfType [int] } }
        @{ Case = 'BeOfType by name'; Script = { [guid]::Empty | Should -BeOfType System.Guid } }
        @{ Case = 'BeOfType of each item'; Script = { 1, 2 | Should -BeOfType [int] } }
        @{ Case = 'BeOfType of a base'; Script = { [ArgumentException]::new() | Should -BeOfType [Exception] } }
        @{ Case = 'BeOfType of a custom object'; Script = { [pscustomobject]@{ A = 1 } | Should -BeOfType [pscustomobject] } }
        @{ Case = 'Not BeOfType'; Script = { 1 | Should -Not -BeOfType [string] } }
        @{ Case = 'BeNullOrEmpty of null'; Script = { $null | Should -BeNullOrEmpty } }
        @{ Case = 'BeNullOrEmpty of nothing'; Script = { @() | Should -BeNullOrEmpty } }
        @{ Case = 'BeNullOrEmpty of no text'; Script = { '' | Should -BeNullOrEmpty } }
        @{ Case = 'Not BeNullOrEmpty of null twice'; Script = { $null, $null | Should -Not -BeNullOrEmpty } }
        @{ Case = 'Match is blind to case'; Script = { 'abc' | Should -Match '^A.c$' } }
        @{ Case = 'Not Match'; Script = { 'abc' | Should -Not -Match 'x' } }
        @{ Case = 'MatchExactly'; Script = { 'abc' | Should -MatchExactly '^a' } }
        @{ Case = 'Not MatchExactly'; Script = { 'abc' | Should -Not -MatchExactly '^A' } }
        @{ Case = 'BeLike'; Script = { 'abc' | Should -BeLike 'A*' } }
        @{ Case = 'BeLikeExactly'; Script = { 'abc' | Should -Not -BeLikeExactly 'A*' } }
        @{ Case = 'HaveCount of none'; Script = { @() | Should -HaveCount 0 } }
        @{ Case = 'HaveCount of one'; Script = { 'abc' | Should -HaveCount 1 } }
        @{ Case = 'HaveCount of some'; Script = { 1, 2, 3 | Should -HaveCount 3 } }
        @{ Case = 'Contain'; Script = { 'a', 'b' | Should -Contain 'B' } }
        @{ Case = 'Not Contain'; Script = { 'a', 'b' | Should -Not -Contain 'c' } }
        @{ Case = 'BeIn'; Script = { 'a' | Should -BeIn 'A', 'b' } }
        @{ Case = 'Not BeIn'; Script = { 'c' | Should -Not -BeIn 'a', 'b' } }
        @{ Case = 'BeGreaterThan'; Script = { 2 | Should -BeGreaterThan 1 } }
        @{ Case = 'BeLessThan'; Script = { 1 | Should -BeLessThan 2 } }
        @{ Case = 'BeGreaterOrEqual'; Script = { 2 | Should -BeGreaterOrEqual 2 } }
        @{ Case = 'BeLessOrEqual'; Script = { 2 | Should -BeLessOrEqual 2 } }
        @{ Case = 'Throw'; Script = { { throw 'x' } | Should -Throw } }
        @{ Case = 'Throw with a message'; Script = { { throw 'it is so' } | Should -Throw 'it is *' } }
        @{ Case = 'Throw with an id'; Script = { { $null.Do() } | Should -Throw -ErrorId 'InvokeMethodOnNull' } }
        @{ Case = 'Throw with a type'; Script = { { throw [ArgumentException]'x' } | Should -Throw -ExceptionType ([ArgumentException]) } }
        @{ Case = 'Not Throw'; Script = { { 1 } | Should -Not -Throw } }
    )
    $fails = @(
        @{ Case = 'Be'; Script = { 'a' | Should -Be 'b' } }
        @{ Case = 'Be of more items'; Script = { 1, 2, 3 | Should -Be 1, 2 } }
        @{ Case = 'Be of fewer items'; Script = { 1 | Should -Be 1, 2 } }
        @{ Case = 'Not Be'; Script = { 'a' | Should -Not -Be 'A' } }
        @{ Case = 'BeExactly'; Script = { 'a' | Should -BeExactly 'A' } }
        @{ Case = 'BeTrue'; Script = { 0 | Should -BeTrue } }
        @{ Case = 'BeTrue of one item'; Script = { 1, 0 | Should -BeTrue } }
        @{ Case = 'BeFalse'; Script = { 1 | Should -BeFalse } }
        @{ Case = 'BeOfType'; Script = { 1 | Should -BeOfType [string] } }
        @{ Case = 'BeOfType of null'; Script = { $null | Should -BeOfType [string] } }
        @{ Case = 'BeNullOrEmpty'; Script = { 0 | Should -BeNullOrEmpty } }
        @{ Case = 'Match'; Script = { 'abc' | Should -Match 'x' } }
        @{ Case = 'MatchExactly'; Script = { 'abc' | Should -MatchExactly 'A' } }
        @{ Case = 'BeLike'; Script = { 'abc' | Should -BeLike 'b*' } }
        @{ Case = 'HaveCount'; Script = { 1, 2 | Should -HaveCount 3 } }
        @{ Case = 'Contain'; Script = { 'a' | Should -Contain 'b' } }
        @{ Case = 'BeIn'; Script = { 'c' | Should -BeIn 'a', 'b' } }
        @{ Case = 'BeGreaterThan'; Script = { 1 | Should -BeGreaterThan 1 } }
        @{ Case = 'BeLessThan'; Script = { 1 | Should -BeLessThan 1 } }
        @{ Case = 'BeGreaterOrEqual'; Script = { 1 | Should -BeGreaterOrEqual 2 } }
        @{ Case = 'BeLessOrEqual'; Script = { 3 | Should -BeLessOrEqual 2 } }
        @{ Case = 'Throw'; Script = { { 1 } | Should -Throw } }
        @{ Case = 'Throw with a message'; Script = { { throw 'x' } | Should -Throw 'y' } }
        @{ Case = 'Throw with an id'; Script = { { throw 'x' } | Should -Throw -ErrorId 'y' } }
        @{ Case = 'Throw with a type'; Script = { { throw 'x' } | Should -Throw -ExceptionType ([ArgumentException]) } }
        @{ Case = 'Not Throw'; Script = { { throw 'x' } | Should -Not -Throw } }
    )
}

Describe 'Should' {
    It 'holds: <Case>' -ForEach $holds { & $Script }

    It 'fails: <Case>' -ForEach $fails {
        { & $Script } | Should -Throw -ErrorId 'PesterAssertionFailed*'
    }

    It 'refuses to look for exceptions in a value' {
        { 1 | Should -Throw } | Should -Throw
    }

    It 'says the reason that it was given' {
        { 1 | Should -Be 2 -Because 'both are one' } | Should -Throw '*both are one*'
    }
}
