Describe 'never run' {
    It 'passes' { 1 | Should -Be 1 }
    It 'has no data' -ForEach @() { 1 | Should -Be 1 }
}
