# Every example of the help, run as it stands in a folder that has the files which it names.

BeforeDiscovery {
    Import-Module (Join-Path $PSScriptRoot 'ModuleUnderTest.psm1') -Force
    Import-TestModule
    $examples = foreach ($command in Get-Command -Module WfpCallout) {
        foreach ($example in @((Get-Help $command.Name -Full).examples.example)) {
            @{ Command = $command.Name; Code = $example.code.Trim() }
        }
    }
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'ModuleUnderTest.psm1') -Force
    Import-TestModule
    $state = Get-TestDataPath 'sources/small-state.xml'
    $folder = Join-Path $TestDrive 'examples'
    $null = [System.IO.Directory]::CreateDirectory($folder)
    [System.IO.File]::Copy($state, (Join-Path $folder 'wfpstate.xml'))
    [System.IO.File]::Copy($state, (Join-Path $folder 'before.json'))
    [System.IO.File]::WriteAllText((Join-Path $folder 'after.json'), [System.IO.File]::ReadAllText($state).Replace('Contoso connect', 'Contoso 2'))
    [System.IO.File]::WriteAllText((Join-Path $folder 'firewall.log'), "allowed by {5132900d-5e84-4b5f-80e4-01741e81ff10}`n")
    $event5157 = '<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System>' +
        '<Provider Name="Microsoft-Windows-Security-Auditing" Guid="{54849625-5478-4994-A5BA-3E3B0328C30D}"/><EventID>5157</EventID>' +
        '<TimeCreated SystemTime="2026-01-02T03:04:05Z"/></System><EventData><Data Name="FilterRTID">70002</Data>' +
        '<Data Name="LayerRTID">48</Data></EventData></Event>'
    [System.IO.File]::WriteAllText((Join-Path $folder 'events.xml'), $event5157)
}

Describe 'the example of <Command>: <Code>' -ForEach $examples {
    It 'gives an answer' {
        Push-Location $folder
        try { $found = @(& ([scriptblock]::Create($Code)) 2>&1) }
        finally { Pop-Location }
        $problems = @($found | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] } | ForEach-Object { $_.FullyQualifiedErrorId -replace ',.*' })
        # The filter engine is there on Windows only, and need not have what the example asks for.
        if ($Code -match '-Path|after\.json' -or $Code -notmatch '^(Get-WfpCallout|Get-WfpCalloutF\w+|Compare-WfpCallout|Export-WfpSnapshot)\b') {
            $problems | Should -BeNullOrEmpty
            $found.Count | Should -BeGreaterThan 0
        }
        elseif (Test-Windows) {
            $problems | Where-Object { $_ -notin 'NotFound', 'AccessDenied' } | Should -BeNullOrEmpty
        }
        else {
            $problems | Should -Be 'EngineUnavailable'
        }
    }
}
