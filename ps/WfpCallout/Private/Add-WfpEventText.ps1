function Add-WfpEventText {
    # Collects the text of an event: of an event log record or an XML node its XML, of a string itself.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)]
        [System.Management.Automation.PSCmdlet] $Cmdlet,

        [AllowNull()]
        [object] $Item,

        [Parameter(Mandatory)]
        [AllowEmptyCollection()]
        [System.Collections.Generic.List[string]] $Text
    )

    if ($null -eq $Item) {
        $Text.Add('')
    } elseif ($Item -is [string]) {
        $Text.Add($Item)
    } elseif ($Item -is [System.Xml.XmlNode]) {
        $Text.Add($Item.OuterXml)
    } elseif ($null -ne $Item.PSObject.Methods['ToXml']) {
        $Text.Add($Item.ToXml())
    } else {
        $unreadable = @{
            Id      = 'InputUnreadable'
            Message = "Cannot read an object of type $($Item.GetType().FullName) as an event"
            Hint    = 'pipe objects from Get-WinEvent, XML, JSON lines or files'
            Target  = $Item
        }
        $Cmdlet.WriteError((ConvertTo-WfpErrorRecord @unreadable))
    }
}
