BeforeDiscovery {
    Import-Module (Join-Path $PSScriptRoot 'ModuleUnderTest.psm1') -Force
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'ModuleUnderTest.psm1') -Force
    Import-Module (Join-Path $PSScriptRoot 'Helpers.psm1') -Force
    Import-TestModule
    Set-StrictMode -Version Latest
    $known = '{5132900d-5e84-4b5f-80e4-01741e81ff10}'
    $name = 'FWPM_CALLOUT_IPSEC_INBOUND_TRANSPORT_V4'
}

Describe 'Add-WfpGuidName' {
    It 'puts a name after a GUID' {
        Add-WfpGuidName "a $known b" | Should -BeExactly "a $known ($name) b"
    }

    It 'gives one text for each item, in order, the rest as it was' {
        $texts = '', 'none', "two`r`n$known`nlines", "$known`r", ([string][char]0xE4 + [char]0x4E2D)
        $expected = '', 'none', "two`r`n$known ($name)`nlines", "$known ($name)`r", ([string][char]0xE4 + [char]0x4E2D)
        @($texts | Add-WfpGuidName) | Should -Be $expected
        @(Add-WfpGuidName $texts) | Should -Be $expected
    }

    It 'is the same when it is done twice' {
        $once = Add-WfpGuidName "a $known b"
        Add-WfpGuidName $once | Should -BeExactly $once
    }

    It 'writes the style <Style>' -ForEach @(
        @{ Style = 'suffix'; Expected = '{5132900d-5e84-4b5f-80e4-01741e81ff10} (FWPM_CALLOUT_IPSEC_INBOUND_TRANSPORT_V4)' }
        @{ Style = 'comment'; Expected = '{5132900d-5e84-4b5f-80e4-01741e81ff10} /* FWPM_CALLOUT_IPSEC_INBOUND_TRANSPORT_V4 */' }
        @{ Style = 'replace'; Expected = 'FWPM_CALLOUT_IPSEC_INBOUND_TRANSPORT_V4' }
    ) {
        Add-WfpGuidName $known -Style $Style | Should -BeLike "*$Expected*"
    }

    It 'narrows to a kind' {
        Add-WfpGuidName $known -Kind layer | Should -BeExactly $known
    }

    It 'reads files of any encoding, line by line' {
        $utf8 = Join-Path $TestDrive 'a.log'
        $utf16 = Join-Path $TestDrive 'b.log'
        [System.IO.File]::WriteAllText($utf8, "one $known`ntwo", [System.Text.UTF8Encoding]::new($false))
        [System.IO.File]::WriteAllText($utf16, "three $known`r`n", [System.Text.Encoding]::Unicode)
        @(Add-WfpGuidName -Path $utf8, $utf16) | Should -Be "one $known ($name)", 'two', "three $known ($name)"
        @([pscustomobject]@{ PSPath = $utf8 } | Add-WfpGuidName) | Should -HaveCount 2
        @(Add-WfpGuidName -LiteralPath $utf16) | Should -HaveCount 1
    }

    It 'reads lines that are not UTF-8 in the ANSI code page, and the others as UTF-8' {
        $ansi = InModuleScope WfpCallout { Get-WfpAnsiEncoding }
        $utf8 = [System.Text.UTF8Encoding]::new($false)
        $umlaut = [string][char]0xE4
        # What the machine's code page makes of these bytes; where that is 1252, a-umlaut, e-acute and the sign of the euro.
        $odd = [byte[]](0xE4, 0x20, 0xE9, 0x20, 0x80)
        $file = Join-Path $TestDrive 'mixed.log'
        $bytes = $utf8.GetBytes("one $umlaut $known`r`ntwo ") + $odd + $utf8.GetBytes("`nthree $umlaut`n") + $odd
        foreach ($mark in @(), [byte[]](0xEF, 0xBB, 0xBF)) {
            [System.IO.File]::WriteAllBytes($file, [byte[]]($mark + $bytes))
            @(Add-WfpGuidName -Path $file) | Should -BeExactly @(
                "one $umlaut $known ($name)", "two $($ansi.GetString($odd))", "three $umlaut", $ansi.GetString($odd)
            )
        }
        $ansi.GetString($odd) | Should -Not -Match ([string][char]0xFFFD)
    }

    It 'reads the ANSI code page wherever a line stands in a long file' {
        $file = Join-Path $TestDrive 'ansi.log'
        $lines = 1..3000 | ForEach-Object { "$_ " + 'x' * ($_ % 97) + [char]0xE9 }
        [System.IO.File]::WriteAllText($file, $lines -join "`r`n", [System.Text.Encoding]::GetEncoding(28591))
        $letter = (InModuleScope WfpCallout { Get-WfpAnsiEncoding }).GetString([byte[]]0xE9)
        @(Add-WfpGuidName -Path $file) | Should -BeExactly ($lines -replace [char]0xE9, $letter)
    }

    It 'reads <Case>' -ForEach @(
        @{ Case = 'UTF-16, low byte first'; Encoding = 'utf-16' }
        @{ Case = 'UTF-16, high byte first'; Encoding = 'utf-16BE' }
        @{ Case = 'UTF-32'; Encoding = 'utf-32' }
        @{ Case = 'UTF-8 with a byte order mark'; Encoding = 'utf-8' }
    ) {
        $file = Join-Path $TestDrive 'wide.log'
        # Pieces of the file begin within the pairs of these.
        $face = [char]::ConvertFromUtf32(0x1F600)
        $lines = "a $known ($name)", ('a' + $face * 49999), '', ($face * 49999)
        [System.IO.File]::WriteAllText($file, $lines -join "`r`n", [System.Text.Encoding]::GetEncoding($Encoding))
        @(Add-WfpGuidName -LiteralPath $file) | Should -BeExactly $lines
    }

    It 'gives nothing for an empty file' {
        $file = Join-Path $TestDrive 'empty.log'
        [System.IO.File]::WriteAllText($file, '')
        Add-WfpGuidName -Path $file | Should -BeNullOrEmpty
    }

    It 'reads a file that another program writes' {
        $file = Join-Path $TestDrive 'open.log'
        $stream = [System.IO.File]::Open($file, 'Create', 'Write', 'Read')
        try {
            $stream.Write([byte[]](0x61, 0x0A), 0, 2)
            $stream.Flush()
            @(Add-WfpGuidName -Path $file) | Should -BeExactly 'a'
        }
        finally { $stream.Dispose() }
    }

    It 'keeps characters beyond U+FFFF wherever they stand in a file' {
        $file = Join-Path $TestDrive 'long.log'
        # Pieces of the file begin at even and odd places of these.
        $face = [char]::ConvertFromUtf32(0x1F600)
        $lines = ('a' + $face * 99999), ($face * 99999)
        [System.IO.File]::WriteAllText($file, $lines -join "`n", [System.Text.UTF8Encoding]::new($false))
        @(Add-WfpGuidName -Path $file) | Should -BeExactly $lines
    }

    It 'takes texts and files of one pipeline' {
        $file = Join-Path $TestDrive 'with texts.log'
        [System.IO.File]::WriteAllText($file, "three $known")
        @('one', [pscustomobject]@{ PSPath = $file }, "two $known" | Add-WfpGuidName) |
            Should -BeExactly 'one', "two $known ($name)", "three $known ($name)"
    }

    It 'writes one FileNotFound error for a file that is not there' {
        Add-WfpGuidName -Path 'no such file' -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems | Should -HaveCount 1
        $problems[0].FullyQualifiedErrorId | Should -BeExactly 'FileNotFound,Add-WfpGuidName'
    }
}
