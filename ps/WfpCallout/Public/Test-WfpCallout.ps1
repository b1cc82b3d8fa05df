function Test-WfpCallout {
    [CmdletBinding()]
    [OutputType([bool])]
    [OutputType('WfpCallout.Verdict')]
    param(
        [Parameter(Mandatory, Position = 0, ValueFromPipeline)]
        [AllowNull()]
        [AllowEmptyString()]
        [AllowEmptyCollection()]
        [object[]] $InputObject,

        [string] $Kind = 'callout',

        [switch] $Detailed
    )

    begin {
        $items = [System.Collections.Generic.List[object]]::new()
        $texts = [System.Collections.Generic.List[string]]::new()
    }

    process {
        Add-WfpItem $InputObject $items $texts
    }

    end {
        if ($items.Count -eq 0) {
            return
        }

        $index = 0
        Invoke-WfpTool -Cmdlet $PSCmdlet -ArgumentList 'validate', '--expect', $Kind -Text $texts |
            ForEach-Object {
                $item = $items[$index]
                $index++
                if ($Detailed) {
                    $_.input = $item
                    ConvertTo-WfpObject $_ 'WfpCallout.Verdict'
                } else {
                    $_.valid
                }
            }
    }
}
