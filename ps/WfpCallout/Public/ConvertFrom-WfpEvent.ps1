function ConvertFrom-WfpEvent {
    <#
    .SYNOPSIS
        Decodes audit events of the Windows Filtering Platform, with names for their GUIDs and numbers.

    .DESCRIPTION
        Reads the events 5440 to 5450 (callouts, filters, providers and sublayers present, added, removed)
        and 5150 to 5159 (traffic that a filter blocked or permitted), and gets one object for each, with
        the names of callout, layer and provider, and the owner of the callout, whatever the language of
        the log.

        Other events are skipped, with a warning that counts them.

    .PARAMETER InputObject
        Events: objects from Get-WinEvent, XML, or text: the XML of one event or several, whole or line by
        line, or JSON as log shippers write it. A file object is read as with LiteralPath.

    .PARAMETER Path
        Files of events: .evtx, XML, or JSON. Wildcards are permitted.

    .PARAMETER LiteralPath
        The same as Path, but wildcard characters are taken literally.

    .PARAMETER StatePath
        A dump or a snapshot of the same machine and boot. With it the run-time id of a filter becomes the
        filter and its callout.

    .EXAMPLE
        ConvertFrom-WfpEvent -Path events.xml

        Decodes the events of a file.

    .EXAMPLE
        ConvertFrom-WfpEvent -Path events.xml -StatePath wfpstate.xml | Select-Object Time, Action, Filter, Callout

        Says which filter, and whose callout, dropped a packet.

    .EXAMPLE
        Get-Content events.xml | ConvertFrom-WfpEvent

        Reads events from the pipeline.

    .INPUTS
        System.Diagnostics.Eventing.Reader.EventLogRecord, System.Xml.XmlNode, System.String, System.IO.FileInfo.

    .OUTPUTS
        WfpCallout.Event. EventId, Time, Computer, Title, Change, Callout, Filter, Layer, Provider, Process, User,
        Connection, Join and more.

    .LINK
        Get-WfpCalloutFilter

    .LINK
        Export-WfpSnapshot

    .LINK
        about_WfpCallout
    #>
    [CmdletBinding(DefaultParameterSetName = 'InputObject')]
    [OutputType('WfpCallout.Event')]
    param(
        [Parameter(Mandatory, Position = 0, ValueFromPipeline, ParameterSetName = 'InputObject')]
        [AllowNull()]
        [AllowEmptyString()]
        [AllowEmptyCollection()]
        [object[]] $InputObject,

        [Parameter(Mandatory, ParameterSetName = 'Path')]
        [SupportsWildcards()]
        [string[]] $Path,

        [Parameter(Mandatory, ParameterSetName = 'LiteralPath', ValueFromPipelineByPropertyName)]
        [Alias('PSPath')]
        [string[]] $LiteralPath,

        [ValidateNotNullOrEmpty()]
        [string] $StatePath
    )

    begin {
        Assert-WfpLanguageMode
        . Use-WfpPreference
        $texts = [System.Collections.Generic.List[string]]::new()
        $files = [System.Collections.Generic.List[string]]::new()
    }

    process {
        foreach ($file in Resolve-WfpPath -Cmdlet $PSCmdlet -Path $Path -LiteralPath $LiteralPath) {
            $files.Add($file)
        }

        foreach ($item in $InputObject) {
            if ($item -is [System.IO.FileInfo]) {
                $files.Add($item.FullName)
            } else {
                Add-WfpEventText -Cmdlet $PSCmdlet -Item $item -Text $texts
            }
        }
    }

    end {
        $arguments = @('events')
        if ($StatePath) {
            $state = Resolve-WfpPath -Cmdlet $PSCmdlet -LiteralPath $StatePath
            if ($null -eq $state) {
                return
            }

            $arguments += "--from=$state"
        }

        $ask = @{ Cmdlet = $PSCmdlet }
        if ($texts.Count -gt 0) {
            $ask.ReadInput = Get-WfpLineInput -Line $texts
            $ask.Target = if ($texts.Count -eq 1) { $texts[0] } else { $texts.ToArray() }
            if ($files.Count -gt 0) {
                $files.Insert(0, '-')
            }
        } elseif ($files.Count -eq 0) {
            return
        }

        $ask.ArgumentList = $arguments + '--jsonl' + '--' + $files.ToArray()
        Invoke-WfpTool @ask | ConvertTo-WfpOutput -TypeName 'WfpCallout.Event'
    }
}
