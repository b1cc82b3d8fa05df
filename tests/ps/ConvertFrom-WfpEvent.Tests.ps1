BeforeDiscovery {
    Import-Module (Join-Path $PSScriptRoot 'ModuleUnderTest.psm1') -Force
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'ModuleUnderTest.psm1') -Force
    Import-Module (Join-Path $PSScriptRoot 'Helpers.psm1') -Force
    Import-TestModule
    Set-StrictMode -Version Latest
    $state = Get-TestDataPath 'sources/small-state.xml'
    $event5157 = '<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System>' +
        '<Provider Name="Microsoft-Windows-Security-Auditing" Guid="{54849625-5478-4994-A5BA-3E3B0328C30D}"/><EventID>5157</EventID>' +
        '<TimeCreated SystemTime="2026-01-02T03:04:05.1234567Z"/><EventRecordID>18446744073709551615</EventRecordID>' +
        '<Computer>pc1.example.test</Computer></System><EventData><Data Name="ProcessID">4321</Data><Data Name="Application">\device\x.exe</Data>' +
        '<Data Name="Direction">%%14593</Data><Data Name="SourceAddress">192.0.2.1</Data><Data Name="SourcePort">50000</Data>' +
        '<Data Name="DestAddress">192.0.2.2</Data><Data Name="DestPort">443</Data><Data Name="Protocol">6</Data><Data Name="FilterRTID">70002</Data>' +
        '<Data Name="LayerName">%%14611</Data><Data Name="LayerRTID">48</Data><Data Name="RemoteUserID">S-1-0-0</Data>' +
        '<Data Name="RemoteMachineID">S-1-0-0</Data></EventData></Event>'
}

Describe 'ConvertFrom-WfpEvent' {
    It 'gives a typed object for an event' {
        $found = @($event5157 | ConvertFrom-WfpEvent)
        $found | Should -HaveCount 1
        $found[0].PSObject.TypeNames[0] | Should -BeExactly 'WfpCallout.Event'
        $found[0].EventId | Should -BeOfType [uint32]
        $found[0].EventId | Should -Be 5157
        $found[0].Time | Should -BeOfType [datetime]
        $found[0].Time.Kind | Should -Be 'Utc'
        $found[0].Time.ToString('o') | Should -BeExactly '2026-01-02T03:04:05.1234567Z'
        $found[0].RecordId | Should -Be ([uint64]::MaxValue)
        $found[0].Action | Should -BeExactly 'Block'
        $found[0].Filter.FilterId | Should -BeOfType [uint64]
        $found[0].Filter.PSObject.TypeNames[0] | Should -BeExactly 'WfpCallout.EventFilter'
        $found[0].Connection.DestinationPort | Should -BeOfType [uint32]
        $found[0].Connection.DestinationPort | Should -Be 443
        $found[0].Join | Should -BeNullOrEmpty
    }

    It 'joins the run-time id with a state' {
        $found = $event5157 | ConvertFrom-WfpEvent -StatePath $state
        $found.Filter.DisplayName | Should -BeExactly 'Contoso decides'
        $found.Filter.Guid | Should -Be ([guid]'22222222-2222-4222-8222-000000000002')
        $found.Callout.Guid | Should -Be ([guid]'11111111-1111-4111-8111-111111111111')
        $found.Join.Matched | Should -BeTrue
    }

    It 'warns of run-time ids that the state does not have, and says what to do' {
        $other = $event5157.Replace('70002', '66238')
        $other | ConvertFrom-WfpEvent -StatePath $state -WarningAction SilentlyContinue -WarningVariable warnings | Out-Null
        @($warnings | ForEach-Object { "$_" }) -match 'run-time id' | Should -BeExactly (
            'Found 0 of 1 filter that events name by run-time id; run-time ids are valid for one boot only: ' +
            'use a state from the same boot as the events')
    }

    It 'reads <Case>' -ForEach @(
        @{ Case = 'several events'; Make = { param($text) $text, $text } }
        @{ Case = 'one text with two events'; Make = { param($text) "$text`r`n$text" } }
        @{ Case = 'a list of events, line by line'; Make = { param($text) '<Events>'; $text -split '(?<=</System>)'; $text; '</Events>' } }
        @{ Case = 'XML nodes'; Make = { param($text) ([xml]$text), ([xml]$text).DocumentElement } }
        @{
            Case = 'objects with ToXml'
            Make = {
                param($text)
                foreach ($n in 1, 2) {
                    $record = [pscustomobject]@{ Text = $text; Number = $n }
                    $record.PSObject.Members.Add([System.Management.Automation.PSScriptMethod]::new('ToXml', { $this.Text }))
                    $record
                }
            }
        }
    ) {
        @(& $Make $event5157 | ConvertFrom-WfpEvent | ForEach-Object { $_.EventId }) | Should -Be 5157, 5157
    }

    It 'reads files, by path, wildcard, pipeline and property' {
        $file = Join-Path $TestDrive 'events.xml'
        [System.IO.File]::WriteAllText($file, $event5157)
        (ConvertFrom-WfpEvent -Path $file).Source | Should -BeExactly $file
        @(ConvertFrom-WfpEvent -Path (Join-Path $TestDrive 'ev*.xml')) | Should -HaveCount 1
        @([System.IO.FileInfo]::new($file) | ConvertFrom-WfpEvent) | Should -HaveCount 1
        @(ConvertFrom-WfpEvent -LiteralPath $file) | Should -HaveCount 1
        @([System.IO.FileInfo]::new($file), $event5157 | ConvertFrom-WfpEvent) | Should -HaveCount 2
    }

    It 'passes over other events and says so' {
        $other = $event5157.Replace('<EventID>5157', '<EventID>4624')
        $other | ConvertFrom-WfpEvent -WarningAction SilentlyContinue -WarningVariable warnings | Should -BeNullOrEmpty
        "$warnings" | Should -Match '4624|1 '
    }

    It 'writes one InputUnreadable error for what is no event' {
        $found = @([timespan]::Zero, $event5157 | ConvertFrom-WfpEvent -ErrorAction SilentlyContinue -ErrorVariable problems)
        $found | Should -HaveCount 1
        $problems | Should -HaveCount 1
        $problems[0].FullyQualifiedErrorId | Should -BeExactly 'InputUnreadable,ConvertFrom-WfpEvent'
        $problems[0].CategoryInfo.Category | Should -Be 'ReadError'
        $problems[0].TargetObject | Should -BeOfType [timespan]
    }

    It 'writes one InputUnreadable error for a text that is no event' {
        'garbage' | ConvertFrom-WfpEvent -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems | Should -HaveCount 1
        $problems[0].FullyQualifiedErrorId | Should -BeExactly 'InputUnreadable,ConvertFrom-WfpEvent'
        $problems[0].Exception.Message | Should -BeLike 'Cannot read events from the input: *'
        $problems[0].TargetObject | Should -BeExactly 'garbage'
    }

    It 'recommends -StatePath for a dump that is given as events' {
        $state = Get-TestDataPath 'sources/small-state.xml'
        ConvertFrom-WfpEvent -Path $state -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems | Should -HaveCount 1
        $problems[0].FullyQualifiedErrorId | Should -BeExactly 'InputUnreadable,ConvertFrom-WfpEvent'
        $problems[0].ErrorDetails.RecommendedAction | Should -BeExactly 'use -StatePath for a file that netsh wrote'
    }

    It 'writes one FileNotFound error for a file that is not there' {
        ConvertFrom-WfpEvent -Path 'no such file' -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems | Should -HaveCount 1
        $problems[0].FullyQualifiedErrorId | Should -BeExactly 'FileNotFound,ConvertFrom-WfpEvent'
    }
}
