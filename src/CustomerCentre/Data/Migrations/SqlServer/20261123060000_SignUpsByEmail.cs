using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CustomerCentre.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class SignUpsByEmail : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "NormalizedEmail",
                table: "SignUps",
                type: "nvarchar(254)",
                maxLength: 254,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            // An address is compared in capitals; those of sign-ups that wait are theirs still.
            migrationBuilder.Sql("UPDATE SignUps SET NormalizedEmail = UPPER(Email)");

            migrationBuilder.CreateIndex(
                name: "IX_SignUps_NormalizedEmail",
                table: "SignUps",
                column: "NormalizedEmail");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_SignUps_NormalizedEmail",
                table: "SignUps");

            migrationBuilder.DropColumn(
                name: "NormalizedEmail",
                table: "SignUps");
        }
    }
}
