using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CustomerCentre.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class JoinedAccounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Proofs",
                table: "Sessions",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "OtherSubject",
                table: "ServiceVisits",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "DisabledAt",
                table: "Accounts",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DisabledReason",
                table: "Accounts",
                type: "nvarchar(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "JoinedAt",
                table: "Accounts",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "JoinedIntoId",
                table: "Accounts",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsByMail",
                table: "AccountJoins",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "LacksFactor",
                table: "AccountJoins",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "OtherId",
                table: "AccountJoins",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OtherStamp",
                table: "AccountJoins",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AccountCases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CustomerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Email = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    OpenedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OpenedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    ApprovedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ApprovedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    StoppedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    DoneAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountCases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AccountCases_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_AccountCases_Accounts_ApprovedBy",
                        column: x => x.ApprovedBy,
                        principalTable: "Accounts",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_AccountCases_Accounts_OpenedBy",
                        column: x => x.OpenedBy,
                        principalTable: "Accounts",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_AccountCases_Customers_CustomerId",
                        column: x => x.CustomerId,
                        principalTable: "Customers",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "JoinedRows",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RowId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    BroughtRole = table.Column<int>(type: "int", nullable: true),
                    FormerRole = table.Column<int>(type: "int", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JoinedRows", x => new { x.AccountId, x.RowId });
                    table.ForeignKey(
                        name: "FK_JoinedRows_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "ServiceSubjects",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ClientId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Subject = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ServiceSubjects", x => new { x.AccountId, x.ClientId });
                    table.ForeignKey(
                        name: "FK_ServiceSubjects_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_JoinedIntoId",
                table: "Accounts",
                column: "JoinedIntoId");

            migrationBuilder.CreateIndex(
                name: "IX_AccountCases_AccountId",
                table: "AccountCases",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_AccountCases_ApprovedBy",
                table: "AccountCases",
                column: "ApprovedBy");

            migrationBuilder.CreateIndex(
                name: "IX_AccountCases_CustomerId",
                table: "AccountCases",
                column: "CustomerId");

            migrationBuilder.CreateIndex(
                name: "IX_AccountCases_OpenedAt",
                table: "AccountCases",
                column: "OpenedAt");

            migrationBuilder.CreateIndex(
                name: "IX_AccountCases_OpenedBy",
                table: "AccountCases",
                column: "OpenedBy");

            migrationBuilder.CreateIndex(
                name: "IX_JoinedRows_At",
                table: "JoinedRows",
                column: "At");

            migrationBuilder.AddForeignKey(
                name: "FK_Accounts_Accounts_JoinedIntoId",
                table: "Accounts",
                column: "JoinedIntoId",
                principalTable: "Accounts",
                principalColumn: "Id");

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

            migrationBuilder.DropForeignKey(
                name: "FK_Accounts_Accounts_JoinedIntoId",
                table: "Accounts");

            migrationBuilder.DropTable(
                name: "AccountCases");

            migrationBuilder.DropTable(
                name: "JoinedRows");

            migrationBuilder.DropTable(
                name: "ServiceSubjects");

            migrationBuilder.DropIndex(
                name: "IX_Accounts_JoinedIntoId",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "Proofs",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "OtherSubject",
                table: "ServiceVisits");

            migrationBuilder.DropColumn(
                name: "DisabledAt",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "DisabledReason",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "JoinedAt",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "JoinedIntoId",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "IsByMail",
                table: "AccountJoins");

            migrationBuilder.DropColumn(
                name: "LacksFactor",
                table: "AccountJoins");

            migrationBuilder.DropColumn(
                name: "OtherId",
                table: "AccountJoins");

            migrationBuilder.DropColumn(
                name: "OtherStamp",
                table: "AccountJoins");
        }
    }
}
