# The only function here that writes words for people. They go to the information stream, so that the pipeline
# holds results alone.
function Write-Line {
    [CmdletBinding()]
    param([string] $Text = '')
    Write-Information -MessageData $Text -InformationAction Continue
}
