# Only where someone sees it: without a console each record would end up in the output of the caller.
function Write-Step {
    [CmdletBinding()]
    param(
        [string] $Text = ' ',
        [int] $Done = 0,
        [int] $Of = 0,
        [int] $Id = 1,
        [switch] $Complete,
        [bool] $IsSeen = [Environment]::UserInteractive -and -not [Console]::IsOutputRedirected
    )
    if (-not $IsSeen) { return }
    $splat = @{ Id = $Id; Activity = "Mendsheet $script:Product" }
    if ($Complete) { return Write-Progress @splat -Completed }
    $percent = if ($Of -gt 0) { [math]::Floor(100 * $Done / $Of) } else { -1 }
    Write-Progress @splat -Status $Text -PercentComplete $percent
}
