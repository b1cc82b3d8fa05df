# The cmdlets that the engine host has doubles of. Each test passes with the real ones too.

BeforeAll {
    Import-Module (Join-Path (Join-Path $PSScriptRoot '..') 'Helpers.psm1') -Force
    $rows = @(
        [pscustomobject]@{ Name = 'b'; Size = 2; Place = 'x' }
        [pscustomobject]@{ Name = 'A'; Size = 10; Place = 'y' }
        [pscustomobject]@{ Name = 'c'; Size = 2; Place = 'x' }
    )
}

Describe 'ConvertFrom-Json' {
    BeforeAll {
        # What Windows PowerShell 5.1 does, and the host when it is told to do so.
        $old = if (Test-EngineHost) { $env:WFPCALLOUT_TEST_DATES -eq 'strings' } else { $PSVersionTable.PSVersion.Major -lt 6 }
    }

    It 'gives an object for each piped line that is a document' {
        $all = @('{"n":1}', '{"n":2}', '{"n":3}' | ConvertFrom-Json)
        $all | Should -HaveCount 3
        $all.n | Should -Be 1, 2, 3
    }

    It 'joins lines that are one document' {
        ('{', '"n": 5', '}' | ConvertFrom-Json).n | Should -Be 5
    }

    It 'takes a named argument' {
        (ConvertFrom-Json -InputObject '{"a":{"b":[1,null,"x",true]}}').a.b | Should -Be 1, $null, 'x', $true
    }

    It 'keeps or reads dates as the edition does' {
        $date = (ConvertFrom-Json '{"d":"2024-05-06T07:08:09Z"}').d
        if ($old) {
            $date | Should -BeOfType [string]
            $date | Should -BeExactly '2024-05-06T07:08:09Z'
        }
        else {
            $date | Should -BeOfType [datetime]
            $date.Kind | Should -Be 'Utc'
            $date.Ticks | Should -Be 638505760890000000
        }
    }

    It 'has the number types of the edition' {
        $value = ConvertFrom-Json '{"whole":1,"large":4294967296,"part":1.5}'
        $value.whole | Should -BeOfType $(if ($old) { [int] } else { [long] })
        $value.large | Should -BeOfType [long]
        $value.part | Should -BeOfType $(if ($old) { [decimal] } else { [double] })
    }

    It 'unrolls an array of the top or not as the edition does' {
        @('[1,2,3]' | ConvertFrom-Json | ForEach-Object { 'one' }) | Should -HaveCount $(if ($old) { 1 } else { 3 })
    }

    It 'throws on what is no JSON' {
        { 'nonsense' | ConvertFrom-Json -ErrorAction Stop } |
            Should -Throw -ErrorId 'System.ArgumentException,Microsoft.PowerShell.Commands.ConvertFromJsonCommand'
    }

    It 'is known by the name of its module' {
        (Microsoft.PowerShell.Utility\ConvertFrom-Json '{"n":1}').n | Should -Be 1
    }
}

Describe 'Select-Object' {
    It 'takes properties, wildcards and calculated ones' {
        $one = $rows | Select-Object -First 1 -Property Name, P*, Missing, @{ Name = 'Twice'; Expression = { $_.Size * 2 } }
        @($one.PSObject.Properties.Name) | Should -BeExactly 'Name', 'Place', 'Missing', 'Twice'
        $one.Twice | Should -Be 4
        $one.Missing | Should -BeNullOrEmpty
        $one.PSObject.TypeNames[0] | Should -BeExactly 'Selected.System.Management.Automation.PSCustomObject'
    }

    It 'stops the commands before it after -First' {
        $log = [System.Collections.Generic.List[int]]::new()
        1..10 | ForEach-Object { $log.Add($_); $_ } | Select-Object -First 2 | Should -Be 1, 2
        $log | Should -Be 1, 2
    }

    It 'takes from the end, and skips' {
        1..5 | Select-Object -Last 2 | Should -Be 4, 5
        1..5 | Select-Object -Skip 3 | Should -Be 4, 5
        1..5 | Select-Object -Skip 1 -First 2 | Should -Be 2, 3
        1..5 | Select-Object -Skip 1 -Last 2 | Should -Be 3, 4
    }

    It 'expands a property' {
        [pscustomobject]@{ Many = 1, 2 }, [pscustomobject]@{ Many = 3 } | Select-Object -ExpandProperty Many | Should -Be 1, 2, 3
    }

    It 'says which property it cannot expand' {
        { $rows | Select-Object -ExpandProperty None -ErrorAction Stop } | Should -Throw -ErrorId 'ExpandPropertyNotFound*'
    }

    It 'drops what it has already given' {
        1, 2, 1, 3 | Select-Object -Unique | Should -Be 1, 2, 3
        @($rows | Select-Object -Property Place -Unique).Place | Should -Be 'x', 'y'
    }
}

Describe 'Sort-Object' {
    It 'sorts values, blind to case' {
        'b', 'A', 'c' | Sort-Object | Should -BeExactly 'A', 'b', 'c'
        3, 10, 2 | Sort-Object -Descending | Should -Be 10, 3, 2
        2, 1, 2 | Sort-Object -Unique | Should -Be 1, 2
    }

    It 'sorts by properties, each in its own direction' {
        ($rows | Sort-Object -Property Size, Name).Name | Should -BeExactly 'b', 'c', 'A'
        ($rows | Sort-Object -Property @{ Expression = 'Size'; Descending = $true }, Name).Name | Should -BeExactly 'A', 'b', 'c'
        ($rows | Sort-Object { $_.Name }).Name | Should -BeExactly 'A', 'b', 'c'
    }
}

Describe 'Group-Object and Measure-Object' {
    It 'groups by a property' {
        $groups = $rows | Group-Object -Property Place
        $groups.Name | Should -Be 'x', 'y'
        $groups | ForEach-Object { $_.Count } | Should -Be 2, 1
        $groups[0].Group.Name | Should -Be 'b', 'c'
    }

    It 'counts' {
        ($rows | Measure-Object).Count | Should -Be 3
        (@() | Measure-Object).Count | Should -Be 0
    }
}

Describe 'files and places' {
    It 'joins and tests paths' {
        $file = Join-Path $TestDrive 'a [1].txt'
        Set-Content -LiteralPath $file -Value 'one', 'two'
        Get-Content -LiteralPath $file | Should -Be 'one', 'two'
        Test-Path -LiteralPath $file -PathType Leaf | Should -BeTrue
        Test-Path -LiteralPath $file -PathType Container | Should -BeFalse
        Test-Path (Join-Path $TestDrive 'none') | Should -BeFalse
        Get-Content -Path (Join-Path $TestDrive '*.txt') | Should -Be 'one', 'two'
    }

    It 'changes the current location and back' {
        $before = (Get-Location).Path
        Push-Location -LiteralPath $TestDrive
        try { (Get-Location).Path | Should -Be $TestDrive }
        finally { Pop-Location }
        (Get-Location).Path | Should -Be $before
    }
}

Describe 'streams' {
    It 'writes error records' {
        $errors = $null
        Write-Error -Message 'm' -ErrorId 'i' -Category InvalidData -TargetObject 5 -ErrorAction SilentlyContinue -ErrorVariable errors
        $errors[0].FullyQualifiedErrorId | Should -BeLike 'i*'
        $errors[0].CategoryInfo.Category | Should -Be 'InvalidData'
        $errors[0].TargetObject | Should -Be 5
        "$($errors[0])" | Should -BeExactly 'm'
    }

    It 'writes the other streams' {
        $all = & { Write-Verbose 'v' -Verbose; Write-Warning 'w'; Write-Output 'o'; Write-Host 'h' } *>&1
        $all | ForEach-Object { "$_" } | Should -Be 'v', 'w', 'o', 'h'
    }
}

Describe 'New-Object' {
    It 'makes objects of .NET types' {
        (New-Object System.Text.StringBuilder 'abc').Length | Should -Be 3
        (New-Object -TypeName System.Version -ArgumentList 1, 2).ToString() | Should -BeExactly '1.2'
        (New-Object PSObject -Property @{ A = 1 }).A | Should -Be 1
    }
}

Describe 'views' {
    It 'gives the default view as text' {
        $rows | Get-DefaultViewText -Width 40 | Should -BeExactly "Name Size Place`n---- ---- -----`nb       2 x`nA      10 y`nc       2 x"
    }

    It 'gives a list' {
        $rows[0] | Format-List | Get-DefaultViewText | Should -BeExactly "Name  : b`nSize  : 2`nPlace : x"
    }

    It 'gives a table of chosen columns' {
        $rows | Format-Table Name -HideTableHeaders | Get-DefaultViewText | Should -BeExactly "b`nA`nc"
    }

    It 'streams lines' {
        @('a', 'b' | Out-String -Stream) | Should -Be 'a', 'b'
    }
}

Describe 'stopping' {
    It 'stops a pipeline from outside' {
        $ended = Invoke-StoppedPipeline 'try { 1..3; while ($true) { } } finally { [Environment]::SetEnvironmentVariable("WFPCALLOUT_STOPPED", "yes") }' -After 3
        try {
            $ended.State | Should -Be 'Stopped'
            $ended.Output | Should -Be 1, 2, 3
            $env:WFPCALLOUT_STOPPED | Should -Be 'yes'
        }
        finally { [Environment]::SetEnvironmentVariable('WFPCALLOUT_STOPPED', $null) }
    }
}

Describe 'completion' {
    It 'offers parameters' {
        (Get-Completion 'Get-Help -Exa').CompletionText | Should -Be '-Examples'
    }
}
