# Whether our PowerShell source is good for Windows PowerShell 5.1: the module as written, as built when it is, and the tests.

BeforeDiscovery {
    Import-Module (Join-Path $PSScriptRoot 'Compatibility.psm1') -Force
    $root = [IO.Path]::GetFullPath((Join-Path (Join-Path $PSScriptRoot '..') '..'))
    $folders = 'ps', (Join-Path 'dist' 'WfpCallout'), (Join-Path 'tests' 'ps') | ForEach-Object { Join-Path $root $_ }
    $all = foreach ($folder in $folders | Where-Object { [IO.Directory]::Exists($_) }) {
        foreach ($path in [IO.Directory]::GetFiles($folder, '*', 'AllDirectories')) {
            @{ Path = $path; File = $path.Substring($root.Length + 1).Replace('\', '/'); Kind = [IO.Path]::GetExtension($path) }
        }
    }
    $scripts = @($all | Where-Object { $_.Kind -in '.ps1', '.psm1', '.psd1' })
    $texts = @($all | Where-Object { $_.Kind -in '.ps1', '.psm1', '.psd1', '.ps1xml', '.txt' })
    $samples = Get-CompatibilitySample
    $fine = @(
        @{ Sample = '$a = 1kb + 0x10 + 1.5 + 2l + 3d' }
        @{ Sample = '[pscustomobject]@{ ArgumentList = 1 }' }
        @{ Sample = 'Start-Job -ArgumentList 1' }
        @{ Sample = '$table.ArgumentList += 1' }
        @{ Sample = '$process.Kill()' }
        @{ Sample = '$text.Contains("a")' }
        @{ Sample = '$text.Split(";")' }
        @{ Sample = "'{}' | ConvertFrom-Json" }
        @{ Sample = '"IsWindows, ``e, a ?? b"' }
        @{ Sample = '# $IsWindows' }
        @{ Sample = '[IO.Path]::Combine("a", "b")' }
        @{ Sample = '[byte[]]::new(16)' }
        @{ Sample = '[System.Collections.Generic.List[string]]::new()' }
        @{ Sample = 'function Test { [CmdletBinding()] param([ArgumentCompleter({ 1 })] $A) begin { } process { $A } end { } }' }
    )
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Compatibility.psm1') -Force
}

Describe 'the rules for Windows PowerShell 5.1' {
    It 'find a <Name>: <Sample>' -ForEach $samples {
        $found = @(Get-CompatibilityFinding $Sample)
        # Windows PowerShell itself cannot parse some of them, and says so in its own words.
        if ($PSVersionTable.PSVersion.Major -ge 7) {
            $found | Should -HaveCount 1
            $found[0] | Should -BeLike "1: ${Name}: *"
        }
        else {
            $found.Count | Should -BeGreaterThan 0
        }
    }

    It 'find what no edition can parse' {
        Get-CompatibilityFinding 'if (' | Should -BeLike '1: parse error: *'
    }

    It 'find nothing in: <Sample>' -ForEach $fine {
        Get-CompatibilityFinding $Sample | Should -BeNullOrEmpty
    }
}

Describe 'the rules for text' {
    It 'find a byte order mark, a tab and what is not ASCII' {
        $bytes = [byte[]](0xEF, 0xBB, 0xBF, 0x61, 0x0A, 0x09, 0x62, 0x0A, 0xC3, 0xA4)
        Get-TextFinding $bytes | Should -Be 'byte order mark', '1: not ASCII', '2: tab', '3: not ASCII'
    }

    It 'find nothing in plain text' {
        Get-TextFinding ([Text.Encoding]::ASCII.GetBytes("a`nb`r`n")) | Should -BeNullOrEmpty
    }
}

Describe 'our source' {
    It 'is parsed and run by Windows PowerShell 5.1: <File>' -ForEach $scripts {
        Get-CompatibilityFinding ([IO.File]::ReadAllText($Path)) | Should -BeNullOrEmpty
    }

    It 'is plain ASCII text: <File>' -ForEach $texts {
        Get-TextFinding ([IO.File]::ReadAllBytes($Path)) | Should -BeNullOrEmpty
    }
}
