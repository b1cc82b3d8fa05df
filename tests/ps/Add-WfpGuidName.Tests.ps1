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

    It 'keeps characters beyond U+FFFF wherever they stand in a file' {
        $file = Join-Path $TestDrive 'long.log'
        # Pieces of the file begin at even and odd places of these.
        $face = [char]::ConvertFromUtf32(0x1F600)
        $lines = ('a' + $face * 99999), ($face * 99999)
        [System.IO.File]::WriteAllText($file, $lines -join "`n", [System.Text.UTF8Encoding]::new($false))
        @(Add-WfpGuidName -Path $file) | Should -BeExactly $lines
    }

    It 'writes one FileNotFound error for a file that is not there' {
        Add-WfpGuidName -Path 'no such file' -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems | Should -HaveCount 1
        $problems[0].FullyQualifiedErrorId | Should -BeExactly 'FileNotFound,Add-WfpGuidName'
    }
}
