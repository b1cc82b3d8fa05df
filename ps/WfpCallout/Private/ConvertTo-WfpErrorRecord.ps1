function ConvertTo-WfpErrorRecord {
    # Makes the error record of one of the module's own error ids; the id decides the category.
    [CmdletBinding()]
    [OutputType([System.Management.Automation.ErrorRecord])]
    param(
        [Parameter(Mandatory)]
        [string] $Id,

        [Parameter(Mandatory)]
        [string] $Message,

        [AllowNull()]
        [object] $Target,

        # What the user can do next, shown as the recommended action.
        [AllowNull()]
        [AllowEmptyString()]
        [string] $Hint,

        [AllowNull()]
        [System.Exception] $InnerException,

        # The exit code of the executable, kept in the data of the exception.
        [AllowNull()]
        [object] $ExitCode
    )

    $category = switch ($Id) {
        'NotFound' { 'ObjectNotFound' }
        'Malformed' { 'InvalidData' }
        'InputUnreadable' { 'ReadError' }
        'FileNotFound' { 'ObjectNotFound' }
        'FileExists' { 'ResourceExists' }
        'AccessDenied' { 'PermissionDenied' }
        'EngineUnavailable' { 'ResourceUnavailable' }
        'SourceMismatch' { 'InvalidArgument' }
        'ToolMissing' { 'ResourceUnavailable' }
        'ToolVersion' { 'InvalidOperation' }
        'ToolDefect' { 'InvalidResult' }
        default { 'NotSpecified' }
    }

    $exception = [System.InvalidOperationException]::new($Message, $InnerException)
    if ($null -ne $ExitCode) {
        $exception.Data['ExitCode'] = $ExitCode
    }

    $record = [System.Management.Automation.ErrorRecord]::new($exception, $Id, $category, $Target)
    if ($Hint) {
        $record.ErrorDetails = [System.Management.Automation.ErrorDetails]::new($Message)
        $record.ErrorDetails.RecommendedAction = $Hint
    }

    $record
}
