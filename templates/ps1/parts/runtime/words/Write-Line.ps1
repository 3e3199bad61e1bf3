# Words for people go to the information stream: the pipeline holds results alone.
function Write-Line {
    [CmdletBinding()]
    param([string] $Text = '')
    Write-Information -MessageData $Text -InformationAction Continue
}
