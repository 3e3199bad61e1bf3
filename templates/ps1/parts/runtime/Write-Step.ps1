# Shows what is under way. A host that cannot show progress ignores it.
function Write-Step {
    [CmdletBinding()]
    param([string] $Text = ' ', [int] $Done = 0, [int] $Of = 0, [int] $Id = 1, [switch] $Complete)
    $splat = @{ Id = $Id; Activity = "Mendsheet $script:Product" }
    if ($Complete) { return Write-Progress @splat -Completed }
    $percent = if ($Of -gt 0) { [math]::Floor(100 * $Done / $Of) } else { -1 }
    Write-Progress @splat -Status $Text -PercentComplete $percent
}
